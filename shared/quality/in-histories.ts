import type { Period } from '../outcomes/period.ts';
import type { PersonHistory } from '../outcomes/person-history.ts';
import type { Found, QualityRule } from './quality-rule.ts';

/** Looks for faults in what one commissioner may know of a person, for every commissioner of theirs. */
export function inHistories(
  find: (history: PersonHistory, asAt: Period) => readonly Found[],
): QualityRule['find'] {
  return ({ histories }, asAt) => histories.flatMap((history) => find(history, asAt));
}
