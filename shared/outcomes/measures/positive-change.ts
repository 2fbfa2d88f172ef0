import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { type ChangeBetween, changeBetween } from '../reviews/change-between.ts';
import { type Lack, LACKS, PAIR_IN_WORDS, pairsOfReviews } from '../reviews/pair-of-reviews.ts';
import { THRESHOLDS_IN_WORDS } from '../reviews/thresholds-in-words.ts';

type Seen = Observation & { readonly leftOut?: Lack | undefined; readonly change?: ChangeBetween };

export const positiveChange = measure<Seen>({
  id: 'positive-change',
  revision: 1,
  title: 'Positive change',
  question: 'Does life with drugs or alcohol become less harmful, whether or not somebody is abstinent?',
  numerator:
    'Of these, journeys at whose later review the use of at least one substance had stopped or reliably fallen, without more injected days and without sharing of equipment where there was none. What one of the two reviews does not give counts as unchanged.',
  denominator: `Journeys with a start review and a later one that lies in the 12 months to the month’s last day. ${PAIR_IN_WORDS}`,
  method: `Proportion, Wilson 95% interval. Any change: at least one day of use or injecting or one unit a using day fewer, one day of paid work or education more, or one point higher on a rating, even if injecting or sharing is worse. ${THRESHOLDS_IN_WORDS}`,
  direction: 'up',
  span: 'window',
  // The window, and an exit review two weeks after the end.
  lookBackDays: 366 + 14,

  observe: (history, period) =>
    pairsOfReviews(history, period).map(({ journey, start, later, leftOut }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, journey.first),
      ...(later === undefined ? { leftOut } : { change: changeBetween(start, later) }),
    })),

  headline: (seen) =>
    proportionFigure(
      changesOf(seen),
      ({ reliablyBetter, riskierInjecting }) => reliablyBetter && !riskierInjecting,
      { excluded: leftOutFor(seen, LACKS) },
    ),

  beside: (seen) => {
    const changes = changesOf(seen);
    return {
      'any-change': proportionFigure(changes, ({ anyBetter }) => anyBetter),
      'injecting-or-sharing-worse': countFigure(changes.filter(({ riskierInjecting }) => riskierInjecting)),
    };
  },

  sums: { 'any-change': ['headline'] },
  within: {
    'any-change/numerator': 'headline/numerator',
    'headline/complement': 'injecting-or-sharing-worse',
  },
});

function changesOf(seen: readonly Seen[]): (ChangeBetween & { readonly who: string })[] {
  return seen.flatMap(({ who, change }) => (change === undefined ? [] : [{ who, ...change }]));
}
