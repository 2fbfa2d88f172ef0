import type { Knowledge } from '../../shared/outcomes/disclosure/audit/knowledge.ts';
import { Situation, type Audited } from '../../shared/outcomes/disclosure/audit/situation.ts';

/**
 * What a reader can deduce of each secret of few people that is not simply published, while some units are hidden:
 * two ranges in whole people, by linear programs, and whether they are wide enough. In the order of their names.
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
  return [...situation.secrets.keys()].flatMap((index) => situation.audit(index) ?? []);
}
