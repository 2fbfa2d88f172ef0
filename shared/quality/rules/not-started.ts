import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** So long after its start a placement without a session is asked about, in days. */
const GRACE_DAYS = 7;

/** Journeys without a first attended session: open ones a week after their start, and those that were completed. */
export const notStarted: QualityRule = {
  id: 'not-started',
  group: 'missing',
  title: 'Journey without a first session',
  todo: 'Send the first session that the person attended. If they have not begun, amend the start of the placement; if they will not come, send its end and the reason.',
  touches: ['waiting-time', 'caseload', 'abstinence-retention', 'retention', 'effective-treatment'],
  find: inHistories(({ journeys }, { windowFirstDay, lastDay }) =>
    journeys.flatMap(({ first, dayZero, end, startDay }) => {
      const isDue =
        end === undefined
          ? lastDay - startDay >= GRACE_DAYS
          : end.reason === 'completed' && end.day >= windowFirstDay;
      return dayZero === undefined && isDue ? [{ type: 'placement', id: first.id, since: startDay }] : [];
    }),
  ),
};
