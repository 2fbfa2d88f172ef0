import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** After so many days a lapse should have an outcome: lapse recovery is told at day 28. */
const OPEN_DAYS = 28;

/** Lapses that have been open for 28 days or more. */
export const lapseWithoutOutcome: QualityRule = {
  id: 'lapse-without-outcome',
  group: 'missing',
  title: 'Lapse without an outcome after 28 days',
  todo: 'Amend the lapse: recovered with the day of return to the groups, relapsed or exited with the day it closed. If it is still being managed there is nothing to do.',
  touches: ['lapse-recovery', 'lapse-intensity', 'referrals-on'],
  find: inHistories(({ lapses }, { lastDay }) =>
    lapses
      .filter(({ day, data }) => data.outcome === 'open' && lastDay - day >= OPEN_DAYS)
      .map(({ id, day }) => ({ type: 'lapse', id, since: day }) as const),
  ),
};
