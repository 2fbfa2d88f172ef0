import type { RecordData } from '../../records/registry.ts';
import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { LACKS, PAIR_IN_WORDS, pairsOfReviews } from '../reviews/pair-of-reviews.ts';

/** How much protection children need, the least first. */
const PROTECTION = ['living-with', 'protection-register', 'protection-proceedings', 'looked-after'] as const;
type Status = (typeof PROTECTION)[number];

const REASONS = [...LACKS, 'not-given-later', 'no-children-later'] as const;

type Change = { readonly before: Status; readonly after: Status };

type Seen = Observation & {
  readonly leftOut?: (typeof REASONS)[number] | undefined;
  readonly change?: Change;
};

const population = 'parents';

export const childrenStatusChange = measure<Seen>({
  id: 'children-status-change',
  revision: 1,
  title: 'Children’s status',
  question: 'Do the children of parents in the programme need less protection than when it began?',
  numerator:
    'Of these, journeys at whose later review the children need less protection. From the least to the most: living with the parent, on the Child Protection Register, in proceedings, looked after by others.',
  denominator: `Journeys of parents: of those with children by the start review or, where it does not say, by the first placement, those whose later review says how the children are and lies in the 12 months to the month’s last day. ${PAIR_IN_WORDS}`,
  method:
    'Proportion, Wilson 95% interval. The status is one for all children of a parent. Left out are parents who have no children at the later review.',
  direction: 'up',
  span: 'window',
  // The window, and an exit review two weeks after the end.
  lookBackDays: 366 + 14,

  observe: (history, period) =>
    pairsOfReviews(history, period).flatMap(({ journey, start, later, leftOut }): Seen[] => {
      const before = start?.children ?? journey.first.data.children;
      if (!isParents(before)) return [];
      const own = { who: history.who, dimensions: dimensionsOf(history.provider, journey.first) };
      if (leftOut !== undefined) return [{ ...own, leftOut }];
      const after = later.children;
      if (isParents(after)) return [{ ...own, change: { before, after } }];
      return [{ ...own, leftOut: after === undefined ? 'not-given-later' : 'no-children-later' }];
    }),

  headline: (seen) =>
    proportionFigure(changesOf(seen), (change) => stepsOf(change) < 0, {
      population,
      excluded: leftOutFor(seen, REASONS),
    }),

  beside: (seen) => {
    const changes = changesOf(seen);
    return {
      parents: countFigure(changes, { population }),
      better: countFigure(changes.filter((change) => stepsOf(change) < 0)),
      same: countFigure(changes.filter((change) => stepsOf(change) === 0)),
      worse: countFigure(changes.filter((change) => stepsOf(change) > 0)),
      'returned-to-parent': proportionFigure(
        changes.filter(({ before }) => before === 'looked-after'),
        ({ after }) => after === 'living-with',
      ),
    };
  },

  sums: { parents: ['better', 'same', 'worse'], 'headline/numerator': ['better'] },
  within: { parents: 'returned-to-parent', better: 'returned-to-parent/numerator' },
});

function isParents(status: RecordData['review']['children']): status is Status {
  return status !== undefined && status !== 'none';
}

/** How many steps more protection the children need; below 0 less. */
function stepsOf({ before, after }: Change): number {
  return PROTECTION.indexOf(after) - PROTECTION.indexOf(before);
}

function changesOf(seen: readonly Seen[]): (Change & { readonly who: string })[] {
  return seen.flatMap(({ who, change }) => (change === undefined ? [] : [{ who, ...change }]));
}
