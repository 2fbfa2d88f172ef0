import { dimensionsOf } from '../dimensions.ts';
import { endedInWindow } from '../ended-journeys.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import { monthsAfter } from '../months-after.ts';
import type { Observation } from '../observation.ts';

/** A return within so many calendar months is a re-presentation. */
const MONTHS = 6;

type Seen = Observation & { readonly started: boolean; readonly returned: boolean };

export const rePresentation = measure<Seen>({
  id: 're-presentation',
  revision: 1,
  title: 'Re-presentation',
  question: 'Of people who complete, what share come back within 6 months?',
  numerator:
    'Of these journeys, those after which the same person began another journey on the day of completion or later, and before the same date 6 calendar months on; where that month is shorter, before its last day. A journey begins on the first day of its first placement, whether or not a session has been attended. Only returns to the same provider and paid for by the same commissioner are known; aftercare is no return.',
  denominator:
    'Journeys with an attended session not by telephone that ended as completed in the first 6 of the 12 months to the month’s last day.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'down',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) => {
    const { who, provider, journeys } = history;
    const firstDayAfter = monthsAfter(period.windowFirstDay, MONTHS);
    return endedInWindow(history, period)
      .filter(({ end }) => end.reason === 'completed' && end.day < firstDayAfter)
      .map(({ journey, end, started }) => {
        const limit = monthsAfter(end.day, MONTHS);
        return {
          who,
          dimensions: dimensionsOf(provider, journey.first),
          started,
          returned: journeys.some(
            (other) => other !== journey && other.startDay >= end.day && other.startDay < limit,
          ),
        };
      });
  },

  headline: (seen) =>
    proportionFigure(
      seen.filter(({ started }) => started),
      ({ returned }) => returned,
      { excluded: { 'not-started': counted(seen.filter(({ started }) => !started)) } },
    ),
});
