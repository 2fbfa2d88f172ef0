import type { Period } from '../outcomes/period.ts';
import { placementsAsAt } from '../outcomes/placements-as-at.ts';
import { readHistory } from '../outcomes/read-history.ts';
import type { Person } from './person.ts';
import type { Found, StampedRecord } from './quality-rule.ts';
import { qualityRules } from './registry.ts';

/** A fault of a person's record, by the rule that found it. */
export type PersonFault = Found & { readonly rule: string; readonly personRef?: string };

/**
 * Everything that is wrong with one person's records, as at the period's last day.
 *
 * @param late those of them that came when the month's run was over
 * @example checkPerson(person, [], periodOf('2026-10')) // [{ rule: 'silence', type: 'placement', id: 'P-1', … }]
 */
export function checkPerson(person: Person, late: readonly StampedRecord[], asAt: Period): PersonFault[] {
  const placements = placementsAsAt(person.records, asAt.lastDate);
  const commissioners = [...new Set(placements.map(({ data }) => data.commissioner))].sort();
  const histories = commissioners.flatMap((commissioner) => {
    const reading = readHistory(person, commissioner, asAt, -Infinity);
    return reading === undefined ? [] : [reading.history];
  });
  const checked = { records: person.records, placements, histories, late };
  const { personRef } = person;
  return qualityRules.flatMap(({ id: rule, find }) =>
    find(checked, asAt).map((found) => ({ ...found, rule, personRef })),
  );
}
