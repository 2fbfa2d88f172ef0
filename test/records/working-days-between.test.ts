import { expect, test } from 'vitest';
import { dayOf } from '../../shared/records/london.ts';
import { workingDaysBetween } from '../../shared/records/working-days-between.ts';

const between = (after: string, before: string) => workingDaysBetween(dayOf(after), dayOf(before));

test('neither end counts, and weekends and bank holidays do not', () => {
  // Good Friday 2026 is 3 April, Easter Monday 6 April.
  expect(between('2026-04-02', '2026-04-08')).toBe(1);
  expect(between('2026-04-02', '2026-04-07')).toBe(0);
  expect(between('2026-11-20', '2026-11-30')).toBe(5);
});

test('a day and itself, or the day before, have none between them', () => {
  expect(between('2026-11-25', '2026-11-25')).toBe(0);
  expect(between('2026-11-25', '2026-11-26')).toBe(0);
  expect(between('2026-11-25', '2026-11-24')).toBe(0);
});
