import { expect, test } from 'vitest';
import { dayOf } from '../../shared/records/london.ts';
import { belongsTo, type Named } from '../../shared/outcomes/belonging.ts';
import { inOrder, placed } from '../../shared/outcomes/placed.ts';
import { aPlacement } from '../support/records.ts';

type Sent = Parameters<typeof aPlacement>[0];

function belonging(date: string, placements: Sent[], named?: Named): string | undefined {
  const known = inOrder(
    placements.map((fields) => aPlacement(fields)).map(({ id, data }) => placed(id, data)),
  );
  return belongsTo(known, dayOf(date), named)?.id;
}

const day = { id: 'day', startsOn: '2026-01-05', endedOn: '2026-03-31', endReason: 'completed' } as const;
const after = { id: 'after', service: 'aftercare', startsOn: '2026-03-01' } as const;

test.each([
  ['2026-01-05', 'day'],
  ['2026-03-31', 'day'],
  ['2026-04-01', 'after'],
])('on %s the open placement is %s: both ends are inclusive, the day programme comes first', (date, id) => {
  expect(belonging(date, [after, day])).toBe(id);
});

test('of two open on the day programme the one that started later', () => {
  expect(belonging('2026-02-02', [{ ...day, id: 'later', startsOn: '2026-02-01' }, day])).toBe('later');
});

test('after an end it is the placement that ended last, for 365 days', () => {
  const early = { ...day, id: 'early', startsOn: '2025-01-06', endedOn: '2025-02-01' };
  expect(belonging('2027-03-31', [day, early])).toBe('day');
  expect(belonging('2027-04-01', [day, early])).toBeUndefined();
});

test('before the first placement it is none', () => {
  expect(belonging('2026-01-04', [day])).toBeUndefined();
});

test('a placement that is named is honoured', () => {
  expect(belonging('2026-03-15', [day, after], { placement: 'after' })).toBe('after');
});

test('a named placement that the person does not have leaves it to the date', () => {
  expect(belonging('2026-03-15', [day, after], { placement: 'unheard-of' })).toBe('day');
});

test('a record that names a commissioner belongs to that one’s placements alone', () => {
  const other = { ...after, commissioner: 'southport' };
  expect(belonging('2026-03-15', [day, other], { commissioner: 'southport' })).toBe('after');
  expect(belonging('2026-03-15', [day], { commissioner: 'southport' })).toBeUndefined();
});
