import { dimensionsOf } from '../dimensions.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { MATURED_LOOK_BACK_DAYS, maturedStarts } from '../retention/matured-starts.ts';

type Seen = Observation & { readonly effective: boolean; readonly provisional: boolean };

export const effectiveTreatment = measure<Seen>({
  id: 'effective-treatment',
  revision: 1,
  title: 'Effective treatment',
  question: 'Of people who start, what share stay for 12 weeks or complete sooner?',
  numerator:
    'Of these journeys, those that lasted 84 days or more from the first attended session to their end, are still open, or ended sooner as completed. One that ended before day 84 for any other reason, a death among them, is not counted.',
  denominator:
    'Journeys, whatever their goal, whose first attended session not by telephone lies in the 12 months that end 84 days before the month’s last day.',
  method:
    'Proportion, Wilson 95% interval. Provisional while an end before day 84, other than by completion or death, is less than 21 days old.',
  direction: 'up',
  span: 'window',
  lookBackDays: MATURED_LOOK_BACK_DAYS,

  observe: (history, period) =>
    maturedStarts(history, period).map(({ journey, earlyEnd, provisional }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, journey.first),
      effective: earlyEnd === undefined || earlyEnd === 'completed',
      provisional,
    })),

  headline: (seen) =>
    proportionFigure(seen, ({ effective }) => effective, {
      provisional: seen.some(({ effective, provisional }) => !effective && provisional),
      population: 'matured-starts',
    }),
});
