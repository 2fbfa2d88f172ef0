import { median } from '../statistics/median.ts';

/** How many months before are looked at, and how many of them it takes to know what is usual. */
export const USUAL_MONTHS = { looked: 6, least: 3 } as const;

/**
 * How many records a month must be usual before their absence, or another number, is told. Were each month's number
 * Poisson about the same mean, none would come of 5 in 0.7% of months, and 10 or fewer of 20 in 1.1%.
 */
const TELLING = { none: 5, changed: 20 } as const;

/** How a month's number of records is far from usual: none at all, at most half, or at least double. */
export type VolumeFinding = 'none' | 'half' | 'double';

export type Volume = {
  readonly found: VolumeFinding;
  readonly count: number;
  /** The median of the months before. */
  readonly usual: number;
};

/**
 * Whether a month's number of records is far from the median of the months before; undefined where it is not, where
 * there are fewer than three months to know from, or too few records to tell.
 *
 * @param before the numbers of the up to six months before, of those since the provider first sent anything
 * @example unusualVolume(9, [20, 22, 18]) // { found: 'half', count: 9, usual: 20 }
 */
export function unusualVolume(count: number, before: readonly number[]): Volume | undefined {
  const usual = median(before);
  if (usual === undefined || before.length < USUAL_MONTHS.least) return undefined;
  const found = finding(count, usual);
  return found && { found, count, usual };
}

function finding(count: number, usual: number): VolumeFinding | undefined {
  if (count === 0) return usual >= TELLING.none ? 'none' : undefined;
  if (usual < TELLING.changed) return undefined;
  if (count * 2 <= usual) return 'half';
  return count >= usual * 2 ? 'double' : undefined;
}
