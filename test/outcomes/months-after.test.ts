import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { monthsAfter } from '../../shared/outcomes/months-after.ts';

test.each([
  ['2026-01-15', 6, '2026-07-15'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2022-08-31', 6, '2023-02-28'],
  ['2023-08-29', 6, '2024-02-29'],
  ['2022-08-29', 6, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-11-01', 6, '2026-05-01'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(dateOfDay(monthsAfter(dayOf(date), months))).toBe(expected);
});
