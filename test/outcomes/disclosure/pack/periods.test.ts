import { describe, expect, test } from 'vitest';
import type { IssuedMonth } from '../../../../shared/outcomes/change/issued-month.ts';
import type { ComputedCohort, ComputedProportion } from '../../../../shared/outcomes/computed.ts';
import type { Cohort } from '../../../../shared/outcomes/document.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { NOTHING, WHOLE } from '../../../../shared/outcomes/disclosure/hidden.ts';
import { aMeasure, count, share } from './figures.ts';
import { knownAfter } from './reader.ts';

const told = (figure: ComputedProportion) => lt5.proportion.write(figure, NOTHING);
const withheld = lt5.proportion.write(share(9, 20), WHOLE);

/** The pack of a month, with the month's or quarter's own share if any ends, and that of the year. */
const issue = (month: string, shares: Pick<Cohort, 'matured' | 'point'>): IssuedMonth => ({
  month,
  disclosure: 'lt5',
  measures: {
    a: {
      ...{ revision: 1, kind: 'count', state: 'estimated', value: 9 },
      cohort: { every: 'month', providers: {}, ...shares },
    },
  },
});

const own = 'a|cohort|point||numerator';
const pack = (cohort: Omit<ComputedCohort, 'providers'>) => ({
  a: aMeasure(count(99), { cohort: { ...cohort, providers: {} } }),
});

describe('the packs of quarters that follow one another', () => {
  // The year to the third quarter: 3 of 12 in it, 10 of 20 in the second, 4 of 10 in the first. The year to the second:
  // those of the two and 20 of 40 in the third of the year before.
  const measures = pack({
    ...{ every: 'quarter', period: '2026-Q3', point: share(3, 12), matured: share(17, 42) },
    earlier: { '2025-Q3': share(20, 40), '2026-Q1': share(4, 10), '2026-Q2': share(10, 20) },
  });
  const yearAgo = issue('2025-09', { point: told(share(20, 40)), matured: withheld });
  const second = (month: string) =>
    issue(month, { point: told(share(10, 20)), matured: told(share(34, 70)) });
  const knownOf = (...before: IssuedMonth[]) => knownAfter(before, measures, 'a|cohort|point|')[own];

  test('tell a quarter by the difference of two years and the quarter of a year ago', () => {
    // 17 − (34 − 20) = 3.
    expect(knownOf(yearAgo, second('2026-06'))).toBe('3');
  });

  test('are those of the months in which quarters end', () => {
    // Of the 17 any may be the quarter’s.
    expect(knownOf(yearAgo)).toBe('0–17');
    for (const month of ['2026-05', '2026-07', '2026-12', '2025-06'])
      expect(knownOf(yearAgo, second(month))).toBe('0–17');
  });

  test('may lack the measure, what of it is compared, or the quarter', () => {
    const nothing: IssuedMonth = { month: '2026-06', disclosure: 'lt5', measures: {} };
    const noCohort: IssuedMonth = {
      ...nothing,
      measures: { a: { revision: 1, kind: 'count', state: 'estimated', value: 9 } },
    };
    expect(knownOf(nothing, noCohort, yearAgo, second('2026-06'))).toBe('3');
    // Then the second quarter was not told by the pack of June: of the 34 − 20 up to all.
    const noPoint = issue('2026-06', { matured: told(share(34, 70)) });
    expect(knownAfter([yearAgo, noPoint], measures, 'a|cohort|point|', 'a|cohort|matured|')[own]).toBe(
      '0–Infinity',
    );
    const noYearAgo = issue('2025-09', { matured: withheld });
    // Of the 17 4 and 10 may be any of 34.
    expect(knownOf(noYearAgo, second('2026-06'))).toBe('0–7');
  });
});

test('what is compared of a month without a period of its own is not of others', () => {
  const measures = pack({ every: 'month', point: share(3, 12), matured: share(17, 42), earlier: {} });
  expect(knownAfter([], measures, 'a|cohort|point|')[own]).toBe('0–Infinity');
});

describe('a month before', () => {
  const earlier = 'a|cohort|earlier';

  test('is protected by its own name', () => {
    const measures = pack({
      ...{ every: 'month', period: '2026-10', point: share(10, 20), matured: share(13, 30) },
      earlier: { '2026-03': share(3, 10) },
    });
    // 13 − 10 in the eleven months before, of which nothing was issued.
    expect(knownAfter([], measures)).toEqual({ [`${earlier}|2026-03|numerator`]: '0–3' });
  });

  test('is not told by a year of which not all months are computed', () => {
    // The year to September 2025 began in October 2024, 24 months before the month of the pack.
    const measures = pack({
      ...{ every: 'month', period: '2026-10', point: share(10, 20), matured: share(10, 20) },
      earlier: { '2025-09': share(3, 10) },
    });
    const before = issue('2025-09', { point: withheld, matured: told(share(23, 50)) });
    expect(knownAfter([before], measures)).toEqual({ [`${earlier}|2025-09|numerator`]: '0–Infinity' });
  });
});
