import { dayOf } from '../records/london.ts';
import { readPlacementsEndedFrom } from './compute.ts';
import { measures } from './measures/registry.ts';
import { periodOf } from './period.ts';
import type { PersonRecords } from './person-records.ts';
import { readHistory } from './read-history.ts';

/**
 * The measures of a commissioner's month that a person is counted in, by the records as they were known then.
 *
 * @example measuresCounting(person, 'northshire', '2026-10') // ['abstinence-retention', 'family-engagement']
 */
export function measuresCounting(person: PersonRecords, commissioner: string, month: string): string[] {
  const period = periodOf(month);
  const reading = readHistory(person, commissioner, period, dayOf(readPlacementsEndedFrom(month)));
  if (reading === undefined) return [];
  const { history } = reading;
  return measures.filter(({ counts }) => counts(history, period)).map(({ id }) => id);
}
