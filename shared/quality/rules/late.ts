import { londonDay } from '../../records/london.ts';
import type { QualityRule } from '../quality-rule.ts';

/** Records of the month that came or were changed after its cut-off and are in no issue of it yet. */
export const late: QualityRule = {
  id: 'late',
  group: 'late',
  title: 'Arrived after the cut-off',
  todo: 'Nothing to correct: it counts in every later month that it belongs to. For this month, ask for the pack to be run again; send the month by its cut-off.',
  touches: 'by-type',
  find: (person) =>
    person.late.map(({ type, id, recordedAt }) => ({ type, id, since: londonDay(recordedAt) })),
};
