import { dayOf } from '../../records/london.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** Journeys that started before their referral. */
export const negativeWait: QualityRule = {
  id: 'negative-wait',
  group: 'contradictory',
  title: 'First session before the referral',
  todo: 'Correct the date of the referral on the placement, or the date of the session.',
  touches: ['waiting-time'],
  find: inHistories(({ journeys }, { windowFirstDay }) =>
    journeys.flatMap(({ first, dayZero }) => {
      if (dayZero === undefined || dayZero < windowFirstDay) return [];
      const isEarly = dayZero < dayOf(first.data.referredOn);
      return isEarly ? [{ type: 'placement', id: first.id, since: dayZero }] : [];
    }),
  ),
};
