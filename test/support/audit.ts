import type { Interval } from '../../shared/outcomes/disclosure/audit/few.ts';
import type { Knowledge, Secret } from '../../shared/outcomes/disclosure/audit/knowledge.ts';
import { proveAll, shownBy } from '../../shared/outcomes/disclosure/audit/proof.ts';
import { Situation } from '../../shared/outcomes/disclosure/audit/situation.ts';
import { Surroundings } from '../../shared/outcomes/disclosure/audit/surroundings.ts';

export type Audited = {
  readonly secret: Secret;
  readonly lower: number;
  readonly upper: number;
  readonly believed: Interval;
  readonly safe: boolean;
};

/** What has no end is found to go on for a thousand people: no table of a test has so many. */
const ENDLESS = 900;

/**
 * What a reader can deduce of each secret of few people that is not simply published, while some units are hidden:
 * two ranges in whole people, by linear programs over everything, and whether they are wide enough. In the order of
 * their names.
 *
 * Source: the attacker's programs of Fischetti M, Salazar JJ, Management Science 47 (2001) 1008–1027.
 *
 * @throws Error when the knowledge does not add up
 * @example
 * // 3 and 6 of 9 people: with both hidden the 3 can be 0 to 9, or 1 to 8 for whoever believes that none is empty.
 * audit(knowledge, [1, 2]) // [{ secret, lower: 0, upper: 9, believed: { lower: 1, upper: 8 }, safe: true }]
 */
export function audit(knowledge: Knowledge, hidden: Iterable<number>): Audited[] {
  const situation = new Situation(knowledge, hidden);
  const { lines, truth, deduction } = situation;
  const surroundings = new Surroundings(lines, truth, deduction);
  return situation.secrets.flatMap((secret, index) => {
    if (situation.isPublished(index)) return [];
    const { bySums, believed, safe } = shownBy(secret, proveAll(secret, surroundings, [...truth.keys()]));
    return [{ secret, ...withEnd(bySums), believed: withEnd(believed), safe }];
  });
}

function withEnd({ lower, upper }: Interval): Interval {
  return { lower, upper: upper > ENDLESS ? Infinity : upper };
}
