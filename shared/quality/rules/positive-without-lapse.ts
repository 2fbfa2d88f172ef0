import { type Care, caresOf } from '../../outcomes/lapses/care.ts';
import type { Fact, PersonHistory } from '../../outcomes/person-history.ts';
import { isPositive } from '../../outcomes/test-results.ts';
import { londonDay } from '../../records/london.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** How near a test a lapse is recorded, in days: as lapse recovery counts those that are not. */
const NEAR_DAYS = 7;

/** Unexplained positive tests of people whose goal is abstinence, with no lapse open or recorded within 7 days. */
export const positiveWithoutLapse: QualityRule = {
  id: 'positive-without-lapse',
  group: 'missing',
  title: 'Positive test without a lapse',
  todo: 'Send the lapse that the test showed. If the substance was prescribed, amend the test: mark that result as explained.',
  touches: ['lapse-recovery', 'lapse-intensity', 'referrals-on'],
  find: inHistories((history, { windowFirstDay, lastDay }) =>
    caresOf(history)
      .filter(({ first }) => first.data.goal === 'abstinence')
      .flatMap((care) =>
        care.tests
          .filter((test) => isPositive(test) && test.day >= startOf(care, history))
          .filter(({ day }) => day >= windowFirstDay && lastDay - day >= NEAR_DAYS)
          .filter(({ day }) => !history.lapses.some((lapse) => covers(lapse, day)))
          .map(({ id, day }) => ({ type: 'test', id, since: day }) as const),
      ),
  ),
};

/** Before somebody has started, a test tells how they came. */
function startOf({ first }: Care, { journeys }: PersonHistory): number {
  if (first.data.service === 'aftercare') return first.startDay;
  return journeys.find((journey) => journey.first === first)?.dayZero ?? Infinity;
}

function covers({ day: opened, data }: Fact<'lapse'>, day: number): boolean {
  const ended = data.returnedOn ?? data.closedOn;
  return day >= opened - NEAR_DAYS && day <= (ended === undefined ? Infinity : londonDay(ended) + NEAR_DAYS);
}
