import { expect, test } from 'vitest';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import { compute } from '../../support/compute.ts';
import { aCrowd } from '../../support/crowd.ts';
import { type Month, readOverMonths } from '../../support/reader/over-months.ts';

/** Every month in which somebody of the crowd can have been compared, and so all that a reader can take together. */
const MONTHS = [
  ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
  ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
  '2026-10',
];

const SEEDS = [2, 5, 7];
const PEOPLE = 120;

test.each(SEEDS)(
  'no month’s own number of one to four people can be had from nineteen packs that follow one another (seed %i)',
  { timeout: 240_000 },
  (seed) => {
    const crowd = aCrowd(seed, PEOPLE, 0.3);
    const all = MONTHS.map((month) => compute({ ...crowd, month }).computed);
    const issueEach = (knows: boolean): Month[] => {
      const issued: Month[] = [];
      for (const computed of all) {
        const before = knows ? { before: issued.map(({ document }) => document) } : {};
        const document = disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z', ...before });
        issued.push({ computed, document });
      }
      return issued;
    };
    const { small, deduced } = readOverMonths(issueEach(true));
    expect(small).toBeGreaterThan(20);
    expect(deduced).toEqual([]);
    // There was something to be withheld: without what was issued before it would be had.
    expect(readOverMonths(issueEach(false)).deduced).not.toEqual([]);
  },
);
