import { dimensionsOf } from '../dimensions.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { MATURED_LOOK_BACK_DAYS, maturedStarts } from '../retention/matured-starts.ts';

type Seen = Observation & { readonly exited: boolean; readonly provisional: boolean };

export const earlyUnplannedExit = measure<Seen>({
  id: 'early-unplanned-exit',
  revision: 1,
  title: 'Early unplanned exit',
  question: 'Of people who start, what share leave unplanned in the first 12 weeks?',
  numerator:
    'Of these journeys, those that ended as left or withdrawn before day 84, counted from the first attended session. A death is no unplanned exit; whoever died stays among the journeys.',
  denominator:
    'Journeys, whatever their goal, whose first attended session not by telephone lies in the 12 months that end 84 days before the month’s last day.',
  method: 'Proportion, Wilson 95% interval. Provisional while such an exit is less than 21 days old.',
  direction: 'down',
  span: 'window',
  lookBackDays: MATURED_LOOK_BACK_DAYS,

  observe: (history, period) =>
    maturedStarts(history, period).map(({ journey, earlyEnd, provisional }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, journey.first),
      exited: earlyEnd === 'left' || earlyEnd === 'withdrawn',
      provisional,
    })),

  headline: (seen) =>
    proportionFigure(seen, ({ exited }) => exited, {
      provisional: seen.some(({ exited, provisional }) => exited && provisional),
      population: 'matured-starts',
    }),
});
