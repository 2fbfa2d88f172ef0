import { expect, test } from 'vitest';
import { deducedFrom } from '../../support/reader/deduced-from.ts';

const FROM = 1;
const TO = 250;
const AT_ONCE = 25;

const starts = Array.from({ length: (TO - FROM + 1) / AT_ONCE }, (_, index) => FROM + index * AT_ONCE);

test.each(starts)(
  'no number of one to four people can be deduced from twenty-five packs (from %i)',
  { timeout: 120_000 },
  (from) => {
    const seeds = Array.from({ length: AT_ONCE }, (_, index) => from + index);
    expect(seeds.flatMap(deducedFrom)).toEqual([]);
  },
);
