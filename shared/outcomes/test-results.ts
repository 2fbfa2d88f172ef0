import type { Fact } from './person-history.ts';

type Test = Fact<'test'>;

/** Provided, and every result negative or explained by a prescription. */
export function isNegative({ data }: Test): boolean {
  return (
    data.status === 'provided' &&
    (data.results ?? []).every(({ result, explained }) => result === 'negative' || explained === true)
  );
}

/** Provided, with an unexplained positive. Hair tells of months gone by, so a positive one dates no use. */
export function isPositive({ data }: Test): boolean {
  return (
    data.status === 'provided' &&
    data.matrix !== 'hair' &&
    (data.results ?? []).some(({ result, explained }) => result === 'positive' && explained !== true)
  );
}

/** The test that was collected first. */
export function firstByInstant(tests: readonly Test[]): Test | undefined {
  return tests.reduce<Test | undefined>(
    (first, test) => (first === undefined || isAfter(first, test) ? test : first),
    undefined,
  );
}

/** Whether `later` was collected after `earlier`, to the instant. */
export function isAfter(later: Test, earlier: Test): boolean {
  return later.day === earlier.day
    ? Date.parse(later.data.collectedAt) > Date.parse(earlier.data.collectedAt)
    : later.day > earlier.day;
}
