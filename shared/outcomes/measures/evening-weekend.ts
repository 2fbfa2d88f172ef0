import { londonHour } from '../../records/london.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { inMonth } from '../in-month.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { personInMonth } from '../person-in-month.ts';

/** The hour of London's clock from which it is evening. */
const EVENING = 17;

type Seen = Observation & { readonly late: boolean };

export const eveningWeekend = measure<Seen>({
  id: 'evening-weekend',
  revision: 1,
  title: 'Evenings and weekends',
  question: 'How much of the work is open to people who are busy in the daytime?',
  numerator:
    'Of these sessions, those that began at 17:00 or later, or on a Saturday or a Sunday, on London’s calendar and clock. Bank holidays are days like others.',
  denominator:
    'Sessions of any kind that service users attended in the month: one for each person in each session.',
  method:
    'Proportion, Wilson 95% interval as of independent sessions; sessions of one person hang together, so it is rather too narrow.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const person = personInMonth(history, period);
    return inMonth(history.sessions, period)
      .filter(({ data }) => data.attendance === 'attended')
      .map(({ day, data }) => ({ ...person, late: isWeekend(day) || londonHour(data.startsAt) >= EVENING }));
  },

  headline: (seen) => proportionFigure(seen, ({ late }) => late),
});

/** Day 0, 1 January 1970, was a Thursday. */
function isWeekend(day: number): boolean {
  const sinceSunday = (day + 4) % 7;
  return sinceSunday === 0 || sinceSunday === 6;
}
