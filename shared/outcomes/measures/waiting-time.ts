import { dayOf } from '../../records/london.ts';
import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { counted } from '../figures/counted.ts';
import { medianFigure } from '../figures/median-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { waitingFor } from '../waiting-for.ts';

/** How long a wait should be at most, in days: NDTMS counts those of 3 weeks or less. */
const MOST_DAYS = 21;

type Seen = Observation & {
  /** Days from referral to the first attended session of a journey. */
  readonly waited?: number;
  /** Days since the referral of somebody who still waits. */
  readonly waiting?: number;
};

export const waitingTime = measure<Seen>({
  id: 'waiting-time',
  revision: 1,
  title: 'Waiting time',
  question: 'Of people who start, what share start within 3 weeks of referral?',
  numerator:
    'Of these journeys, those whose first attended session not by telephone came 21 days or less after the referral of the journey’s first placement.',
  denominator:
    'Journeys on the day programme whose first such session lies in the 12 months to the month’s last day. One whose referral is dated after that session is an error and is left out.',
  method:
    'Proportion, Wilson 95% interval. Beside it who still waits on the month’s last day: referred to the day programme, without such a session and without an end; each person once, from the referral.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, { windowFirstDay, lastDay }) => {
    const { who, provider, journeys } = history;
    const starts = journeys.flatMap(({ dayZero, first }): Seen[] =>
      dayZero === undefined || dayZero < windowFirstDay
        ? []
        : [
            {
              who,
              dimensions: dimensionsOf(provider, first),
              waited: dayZero - dayOf(first.data.referredOn),
            },
          ],
    );
    const placement = waitingFor(history);
    return placement === undefined
      ? starts
      : [...starts, { who, waiting: lastDay - dayOf(placement.data.referredOn) }];
  },

  headline: (seen) =>
    proportionFigure(
      startsOf(seen).filter(({ days }) => days >= 0),
      ({ days }) => days <= MOST_DAYS,
      { excluded: { 'referred-after-start': counted(startsOf(seen).filter(({ days }) => days < 0)) } },
    ),

  beside: (seen) => {
    const waiting = seen.flatMap(({ who, waiting: days }) => (days === undefined ? [] : [{ who, days }]));
    return {
      'days-waited': medianFigure(startsOf(seen).filter(({ days }) => days >= 0)),
      'still-waiting': countFigure(waiting, { population: 'waiting' }),
      'still-waiting-over-21': countFigure(waiting.filter(({ days }) => days > MOST_DAYS)),
      'still-waiting-to-21': countFigure(waiting.filter(({ days }) => days <= MOST_DAYS)),
    };
  },

  sums: { 'still-waiting': ['still-waiting-over-21', 'still-waiting-to-21'] },
});

function startsOf(seen: readonly Seen[]): { readonly who: string; readonly days: number }[] {
  return seen.flatMap(({ who, waited: days }) => (days === undefined ? [] : [{ who, days }]));
}
