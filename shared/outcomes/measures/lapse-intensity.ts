import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { rateFigure } from '../figures/rate-figure.ts';
import { type Days, lapsePeriods } from '../lapses/lapse-periods.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { PersonHistory } from '../person-history.ts';

/** How long, and what was done in it. */
type Done = { readonly days: number; readonly oneToOnes: number; readonly tests: number };

/** A period of lapse; without `compared` there is too little time before it. */
type Seen = Observation & { readonly compared?: { readonly during: Done; readonly before: Done } };

export const lapseIntensity = measure<Seen>({
  id: 'lapse-intensity',
  revision: 1,
  title: 'Intensity of work in a lapse',
  question: 'Is more done with people while a lapse is open?',
  numerator:
    'One-to-one sessions attended while the lapse was open: from the day after it opened to the day it ended by its record, the return to the groups or the end of the care, or else to the month’s last day. Of a lapse that ended on the day it opened, that day.',
  denominator:
    'Person-weeks on these days, of lapses opened in the 12 months to the month’s last day in the programme or in aftercare. One that re-opens within 7 days of a return is the same lapse, and lapses open at the same time are one, so that no day counts twice. A lapse with fewer than 7 days before it to compare with is left out of every rate.',
  method:
    'Events per person-week, Byar 95% interval, exact below 10 events. Beside it tests provided, and both in the time before: up to 28 days before the same people’s same lapses, from day 0 or the start of aftercare and after the end of an earlier lapse. The day on which a lapse opened belongs to neither time.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) =>
    lapsePeriods(history, period).map(({ placement, open, before }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, placement),
      ...(before === undefined
        ? {}
        : { compared: { during: doneIn(history, open), before: doneIn(history, before) } }),
    })),

  headline: (seen) => rateOf(seen, 'during', 'oneToOnes'),

  beside: (seen) => ({
    'one-to-ones-before': rateOf(seen, 'before', 'oneToOnes'),
    'tests-in-lapse': rateOf(seen, 'during', 'tests'),
    'tests-before': rateOf(seen, 'before', 'tests'),
    'lapses-left-out': countFigure(seen.filter(({ compared }) => compared === undefined)),
  }),
});

function doneIn({ sessions, tests }: PersonHistory, { from, to }: Days): Done {
  const within = ({ day }: { readonly day: number }): boolean => day >= from && day <= to;
  return {
    days: to - from + 1,
    oneToOnes: sessions.filter(
      (one) => within(one) && one.data.kind === 'one-to-one' && one.data.attendance === 'attended',
    ).length,
    tests: tests.filter((one) => within(one) && one.data.status === 'provided').length,
  };
}

function rateOf(seen: readonly Seen[], time: 'during' | 'before', what: 'oneToOnes' | 'tests') {
  return rateFigure(
    seen.flatMap(({ who, compared }) =>
      compared === undefined ? [] : [{ who, events: compared[time][what], days: compared[time].days }],
    ),
  );
}
