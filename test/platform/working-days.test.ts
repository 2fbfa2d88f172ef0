import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/platform/errors.ts';
import { isFourthWorkingDay, workingDayOfMonth } from '../../shared/platform/working-days.ts';

// Counted on a printed calendar of each month.
const fourthWorkingDays = [
  ['2025-01', '07', 'New Year is a Wednesday'],
  ['2025-05', '07', 'the early May holiday is Monday 5'],
  ['2026-01', '07', 'New Year is a Thursday'],
  ['2026-04', '08', 'Good Friday and Easter Monday are 3 and 6 April'],
  ['2026-05', '07', 'the early May holiday is Monday 4'],
  ['2026-08', '06', 'the month begins on a Saturday'],
  ['2026-11', '05', 'the month begins on a Sunday'],
  ['2026-12', '04', 'nothing is in the way'],
  ['2027-01', '07', 'New Year is a Friday'],
  ['2027-05', '07', 'the early May holiday is Monday 3'],
  ['2028-01', '07', 'New Year is kept on Monday 3'],
] as const;

const daysOf = (month: string) =>
  Array.from({ length: 28 }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);

describe('isFourthWorkingDay', () => {
  it.each(fourthWorkingDays)('finds exactly one day in %s, the %s: %s', (month, day) => {
    expect(daysOf(month).filter(isFourthWorkingDay)).toEqual([`${month}-${day}`]);
  });
});

describe('workingDayOfMonth', () => {
  it('counts from 1 and passes over weekends', () => {
    expect(['2026-12-01', '2026-12-04', '2026-12-07', '2026-12-24'].map(workingDayOfMonth)).toEqual([
      1, 4, 5, 18,
    ]);
  });

  it('is 0 on a weekend, a bank holiday and a substitute day', () => {
    expect(['2026-12-05', '2026-12-06', '2026-12-25', '2026-12-28'].map(workingDayOfMonth)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('refuses a year whose bank holidays are not listed, and says what to do', () => {
    const attempt = () => workingDayOfMonth('2029-01-05');
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(/2029.*extend shared\/records\/bank-holidays\.ts/);
  });
});
