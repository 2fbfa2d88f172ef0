import type { ComputedMedianFigure } from '../computed.ts';
import { counted } from '../figures/counted.ts';
import { medianOf } from '../figures/median-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { inMonth } from '../in-month.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { personInMonth } from '../person-in-month.ts';
import type { Fact } from '../person-history.ts';

type Seen = Observation & { readonly attendance: Fact<'session'>['data']['attendance'] };

const DUE = ['attended', 'did-not-attend', 'cancelled-by-client'];

export const attendance = measure<Seen>({
  id: 'attendance',
  revision: 1,
  title: 'Attendance',
  question: 'Do people come to their sessions?',
  numerator: 'Of these sessions, those that the person attended.',
  denominator:
    'Sessions of any kind that people were to have in the month, and attended, did not attend or cancelled themselves: one for each person in each session. Sessions cancelled by the service are left out, and those that only family attended are not counted here.',
  method:
    'Proportion, without an interval: sessions of one person hang together. Beside it the median of the shares that each person attended of their own sessions.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const person = personInMonth(history, period);
    return inMonth(history.sessions, period)
      .filter(({ data }) => data.attendance !== 'family-only')
      .map(({ data }) => ({ ...person, attendance: data.attendance }));
  },

  headline: (seen) =>
    proportionFigure(seen.filter(isDue), hasAttended, {
      interval: 'none',
      excluded: { 'cancelled-by-service': counted(seen.filter((one) => !isDue(one))) },
    }),

  beside: (seen) => ({ 'median-of-people': medianOfPeople(seen.filter(isDue)) }),
});

function isDue({ attendance }: Seen): boolean {
  return DUE.includes(attendance);
}

function hasAttended({ attendance }: Seen): boolean {
  return attendance === 'attended';
}

function medianOfPeople(due: readonly Seen[]): ComputedMedianFigure {
  const people = [...Map.groupBy(due, ({ who }) => who)];
  return medianOf(
    people.map(([who, own]) => ({ who, value: own.filter(hasAttended).length / own.length })),
    'share',
  );
}
