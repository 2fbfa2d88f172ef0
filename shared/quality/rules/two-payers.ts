import type { QualityRule } from '../quality-rule.ts';

/** Placements of one person on the same service at the same time, paid for by different commissioners. */
export const twoPayers: QualityRule = {
  id: 'two-payers',
  group: 'contradictory',
  title: 'Two commissioners pay for the same days',
  todo: 'Send the end of the earlier placement, or correct the dates or the commissioner of one of the two.',
  touches: ['caseload', 'abstinence-retention', 'retention', 'programme-completion'],
  find: ({ placements }, { windowFirstDay, lastDay }) =>
    placements.flatMap((later, index) => {
      const { id, startDay, endDay, data } = later;
      if (startDay > lastDay || endDay < windowFirstDay) return [];
      const also = placements
        .slice(0, index)
        .filter((other) => other.data.service === data.service && other.endDay > startDay)
        .filter((other) => other.data.commissioner !== data.commissioner)
        .map((other) => ({ type: 'placement', id: other.id }) as const);
      return also.length === 0 ? [] : [{ type: 'placement', id, since: startDay, also }];
    }),
};
