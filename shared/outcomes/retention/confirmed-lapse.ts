import type { Fact, Recorded } from '../person-history.ts';
import { firstByInstant, isAfter, isNegative, isPositive } from '../test-results.ts';

/** Where a lapse is looked for: what was recorded of a journey, and all tests of the person. */
type Evidence = Pick<Recorded, 'tests' | 'lapses'> & { readonly personTests: readonly Fact<'test'>[] };

/** How long a refused test may be made good by a negative one, in days. */
const REFUSAL_DAYS = 7;

export type ConfirmedLapse = { readonly day: number; readonly provisional: boolean };

/** How tests are read other than in the headline. */
export type TestReading = 'missed-counts-as-positive' | 'positive-before-first-negative-ignored';

/**
 * The confirmed lapse of a journey: the earliest, on or after day 0, of an unexplained positive test (not hair), a
 * refused test not followed by a negative one (not hair) within 7 days, whether or not the journey has ended by then
 * (provisional until they have passed), and the opening of a lapse. Invalid, inconclusive, excused and missed tests
 * are none. Undefined when there was none by `lastDay`.
 */
export function confirmedLapse(
  { tests, lapses, personTests }: Evidence,
  dayZero: number,
  lastDay: number,
  reading?: TestReading,
): ConfirmedLapse | undefined {
  const firstNegative =
    reading === 'positive-before-first-negative-ignored'
      ? firstByInstant(tests.filter(isNegative))
      : undefined;
  const counts = (test: Fact<'test'>): boolean => {
    if (test.data.status === 'refused') return !madeGood(test, personTests);
    if (test.data.status === 'missed' || test.data.status === 'invalid')
      return reading === 'missed-counts-as-positive';
    if (!isPositive(test)) return false;
    return (
      reading !== 'positive-before-first-negative-ignored' ||
      (firstNegative !== undefined && isAfter(test, firstNegative))
    );
  };
  const test = tests.find((candidate) => candidate.day >= dayZero && counts(candidate));
  const lapse = lapses.find(({ day }) => day >= dayZero);
  if (lapse !== undefined && (test === undefined || lapse.day <= test.day))
    return { day: lapse.day, provisional: false };
  if (test === undefined) return undefined;
  const sameDay = tests.filter((other) => other.day === test.day && counts(other));
  return {
    day: test.day,
    provisional: sameDay.every(({ data }) => data.status === 'refused') && lastDay - test.day < REFUSAL_DAYS,
  };
}

function madeGood(refused: Fact<'test'>, tests: readonly Fact<'test'>[]): boolean {
  return tests.some(
    (test) =>
      test.day - refused.day <= REFUSAL_DAYS &&
      test.data.matrix !== 'hair' &&
      isNegative(test) &&
      isAfter(test, refused),
  );
}
