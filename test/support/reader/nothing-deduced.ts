import { expect, test } from 'vitest';
import { deducedFrom } from './deduced-from.ts';

const AT_ONCE = 25;

/** Tests of the packs of some seeds, both ends included, that no number of few people can be deduced from them. */
export function nothingDeduced(first: number, last: number): void {
  const starts = Array.from({ length: (last - first + 1) / AT_ONCE }, (_, index) => first + index * AT_ONCE);
  test.each(starts)(
    'no number of one to four people can be deduced from twenty-five packs (from %i)',
    { timeout: 120_000 },
    (from) => {
      const seeds = Array.from({ length: AT_ONCE }, (_, index) => from + index);
      expect(seeds.flatMap(deducedFrom)).toEqual([]);
    },
  );
}
