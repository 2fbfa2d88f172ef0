import { disclose } from '../../../shared/outcomes/disclosure.ts';
import { compute } from '../compute.ts';
import { aCrowd } from '../crowd.ts';

/** Most packs are of few people: that is where numbers are small. */
const SIZES = [6, 6, 8, 8, 10, 10, 12, 14, 16, 24];
/** Of more people more is shown, and more follows from it. */
const LARGE = [40, 60, 100, 150, 250, 400, 700];
const DENSITIES = [0.2, 0.5, 1];

/** A pack of one month: a crowd of another size and density for each seed; from 501 on a large one. */
export function packOf(seed: number) {
  const sizes = seed > 500 ? LARGE : SIZES;
  const size = sizes[seed % sizes.length]!;
  const disclosure = seed % 25 === 1 ? 'hes7round5' : 'lt5';
  const { computed } = compute({
    ...aCrowd(seed, size, DENSITIES[seed % DENSITIES.length]),
    commissioner: { code: 'northshire', name: 'Northshire County Council', disclosure },
  });
  return { computed, document: disclose(computed, issue) };
}

export const issue = { revision: 1, asAt: '2026-11-05T06:00:00.000Z' };
