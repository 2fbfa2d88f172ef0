import { expect, test } from 'vitest';
import { differAsAt } from '../../shared/outcomes/differ-as-at.ts';
import { type AnyRecord, typeNamed } from '../../shared/records/registry.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';

const record = (type: string, value: object): AnyRecord => {
  const parsed = typeNamed(type)!.parse('1', value);
  if (!parsed.success) throw new Error('no record');
  return parsed.record;
};
const placement = (more: object = {}) => record('placement', aSentPlacement('SU-1', more));
const session = (more: object = {}) => record('session', aSentSession('SU-1', more));
const left = (endedOn: string) => placement({ endedOn, endReason: 'left' });

test.each([
  ['a session of the day itself', undefined, session({ startsAt: '2026-02-28T23:59:00Z' }), true],
  ['one of the day after', undefined, session({ startsAt: '2026-03-01T00:00:00Z' }), false],
  ['one that moved out of the month', session(), session({ startsAt: '2026-03-02T10:00:00Z' }), true],
  ['one that moved within it', session(), session({ startsAt: '2026-02-02T10:00:00Z' }), true],
  ['one that was withdrawn', session(), undefined, true],
  ['the same in another order of fields', session(), session({ workers: ['W-1'] }), false],
  ['an end of the day after', placement(), left('2026-03-01'), false],
  ['an end of the day itself', placement(), left('2026-02-28'), true],
  ['an end that moved after the month', left('2026-02-27'), left('2026-03-02'), true],
  ['ends that both come later', left('2026-03-02'), left('2026-03-03'), false],
  ['another planned end', placement(), placement({ plannedEndOn: '2026-04-30' }), true],
  [
    'a referral that comes later',
    undefined,
    placement({ referredOn: '2026-03-01', startsOn: '2026-03-01' }),
    false,
  ],
])('%s', (_, before, after, differ) => {
  expect(differAsAt({ before, after }, '2026-02-28')).toBe(differ);
});

test('a lapse that ends after the day was open on it either way', () => {
  const lapse = (more: object) =>
    record('lapse', {
      ...{ personRef: 'SU-1', openedOn: '2026-02-10', source: 'self-report', substance: 'alcohol' },
      ...more,
    });
  const open = lapse({ outcome: 'open' });
  const returned = lapse({ outcome: 'recovered', returnedOn: '2026-03-05' });
  expect(differAsAt({ before: open, after: returned }, '2026-02-28')).toBe(false);
  expect(differAsAt({ before: open, after: returned }, '2026-03-31')).toBe(true);
});
