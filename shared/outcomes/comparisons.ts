import { logRank } from '../statistics/log-rank.ts';
import type { ComputedComparison, ComputedHeadline } from './computed.ts';

/**
 * Log-rank tests between the groups of the dimensions that have two, of figures that follow journeys to an event.
 * Whom a dimension does not state is no group of its own.
 */
export function comparisonsOf(
  splits: Readonly<Record<string, Readonly<Record<string, ComputedHeadline>>>>,
): Record<string, ComputedComparison> {
  return Object.fromEntries(
    Object.entries(splits).flatMap(([dimension, categories]) => {
      const groups = Object.entries(categories).flatMap(([name, figure]) =>
        figure.kind === 'survival' && name !== 'not-stated' ? [{ name, followed: figure.followed }] : [],
      );
      const [a, b, ...more] = groups;
      if (a === undefined || b === undefined || more.length > 0) return [];
      const test = logRank([a.followed, b.followed]);
      if (test === undefined) return [];
      return [[dimension, { groups: [a.name, b.name], statistic: test.chiSquare, p: test.p }]];
    }),
  );
}
