import { expect, test } from 'vitest';
import { lapseAsAt, placementAsAt } from '../../shared/outcomes/as-at.ts';
import { aLapse, aPlacement } from '../support/records.ts';

const DATE = '2026-10-31';

test('a placement that ended after the date is open on it', () => {
  const { data } = aPlacement({ endedOn: '2026-11-01', endReason: 'left' });
  const cut = placementAsAt(data, DATE);
  expect(cut).not.toHaveProperty('endedOn');
  expect(cut).not.toHaveProperty('endReason');
});

test('a placement that ended on the date has ended', () => {
  const { data } = aPlacement({ endedOn: DATE, endReason: 'left' });
  expect(placementAsAt(data, DATE)).toEqual(data);
});

test('a placement referred after the date does not exist; one that starts later waits', () => {
  const later = { startsOn: '2026-11-09' };
  expect(placementAsAt(aPlacement({ ...later, referredOn: '2026-11-01' }).data, DATE)).toBeUndefined();
  expect(placementAsAt(aPlacement({ ...later, referredOn: DATE }).data, DATE)).toBeDefined();
});

test('a suspension that begins after the date does not exist', () => {
  const suspensions = [
    { from: '2026-10-05', to: '2026-10-11' },
    { from: '2026-11-02', to: '2026-11-08' },
  ];
  expect(placementAsAt(aPlacement({ suspensions }).data, DATE)?.suspensions).toEqual(suspensions.slice(0, 1));
});

test('a suspension that ends after the date has no end yet', () => {
  const cut = (to: string) =>
    placementAsAt(aPlacement({ suspensions: [{ from: '2026-10-26', to }] }).data, DATE)?.suspensions;
  expect(cut('2026-10-31')).toEqual([{ from: '2026-10-26', to: '2026-10-31' }]);
  expect(cut('2026-11-01')).toEqual([{ from: '2026-10-26', to: '9999-12-31' }]);
  expect(cut('2026-11-01')).toEqual(cut('2026-11-08'));
});

test('no suspension left is none', () => {
  const { data } = aPlacement();
  const later = [{ from: '2026-11-02', to: '2026-11-08' }];
  expect(placementAsAt({ ...data, suspensions: later }, DATE)).toEqual(data);
  expect(placementAsAt({ ...data, suspensions: [] }, DATE)).toEqual(data);
});

test.each([
  [{ outcome: 'recovered', returnedOn: '2026-11-01' }],
  [{ outcome: 'relapsed', closedOn: '2026-11-01', referredTo: 'detox-1' }],
  [{ outcome: 'exited', closedOn: '2026-11-01' }],
] as const)('a lapse that ended after the date is open on it: %o', (ended) => {
  const open = aLapse({ openedOn: '2026-10-20' });
  expect(lapseAsAt(aLapse({ openedOn: '2026-10-20', ...ended }).data, DATE)).toEqual(open.data);
});

test('a lapse that ended on the date has ended, and one opened after it does not exist', () => {
  const { data } = aLapse({ openedOn: '2026-10-20', outcome: 'recovered', returnedOn: DATE });
  expect(lapseAsAt(data, DATE)).toEqual(data);
  expect(lapseAsAt(aLapse({ openedOn: '2026-11-01' }).data, DATE)).toBeUndefined();
});
