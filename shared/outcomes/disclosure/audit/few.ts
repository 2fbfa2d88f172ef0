/** Between which whole numbers, both included, a count can be. `upper` is Infinity where nothing bounds it. */
export type Interval = { readonly lower: number; readonly upper: number };

/** Rounding errors of a linear program are far smaller, and differences of counts far larger. */
export const TOLERANCE = 1e-6;

/** How many people are no longer few, and so how wide the range of few people must be. */
export const ENOUGH = 5;

/** Whether so many people must not be told of. Nobody is nobody's secret. */
export function isFew(people: number): boolean {
  return people > 0 && people < ENOUGH;
}

/**
 * Whether few people are hidden well enough: by the sums alone their range is five wide; for a reader who believes
 * that what is hidden is not empty it still reaches five and is four wide.
 *
 * @example isSafe({ lower: 0, upper: 5 }, { lower: 1, upper: 5 }) // true: from 1 to 5 people
 */
export function isSafe(bySums: Interval, believed: Interval): boolean {
  return (
    bySums.upper - bySums.lower >= ENOUGH &&
    believed.upper >= ENOUGH &&
    believed.upper - believed.lower >= ENOUGH - 1
  );
}

/** The whole numbers in a range of any numbers: people are whole, and readers know. */
export function wholeNumbersIn({ lower, upper }: Interval): Interval {
  return { lower: Math.ceil(lower - TOLERANCE) + 0, upper: Math.floor(upper + TOLERANCE) };
}
