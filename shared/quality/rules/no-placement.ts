import { belongsTo, type Named } from '../../outcomes/belonging.ts';
import { londonDay } from '../../records/london.ts';
import { statedAt } from '../date-field.ts';
import type { QualityRule } from '../quality-rule.ts';

/** Records of a person that belong to no placement: no pack counts them. */
export const noPlacement: QualityRule = {
  id: 'no-placement',
  group: 'missing',
  title: 'Record without a placement',
  todo: 'Send the placement that the record belongs to, or correct its date or person: until then no commissioner’s figures count it.',
  touches: 'by-type',
  find: ({ records, placements }, { windowFirstDay, lastDay }) => {
    const started = placements.filter(({ startDay }) => startDay <= lastDay);
    return records.flatMap(({ type, id, data }) => {
      if (type === 'placement') return [];
      const since = londonDay(statedAt(type, data));
      if (since < windowFirstDay || since > lastDay) return [];
      const named: Named = type === 'session' || type === 'milestone' ? data : {};
      const isPlaced = named.commissioner !== undefined || belongsTo(started, since, named) !== undefined;
      return isPlaced ? [] : [{ type, id, since }];
    });
  },
};
