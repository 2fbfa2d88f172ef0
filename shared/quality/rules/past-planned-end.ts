import { dayOf } from '../../records/london.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** Open placements whose planned end has passed. */
export const pastPlannedEnd: QualityRule = {
  id: 'past-planned-end',
  group: 'missing',
  title: 'Placement past its planned end',
  todo: 'Amend the placement: send its end and the reason, or, where it was extended, the new planned end.',
  touches: [
    'caseload',
    'abstinence-retention',
    'retention',
    'programme-completion',
    'early-unplanned-exit',
    'effective-treatment',
    'aftercare-uptake',
  ],
  find: inHistories(({ placements }, { lastDay }) =>
    placements.flatMap(({ id, data, endDay }) => {
      const since = dayOf(data.plannedEndOn);
      return endDay > lastDay && since < lastDay ? [{ type: 'placement', id, since }] : [];
    }),
  ),
};
