import { substanceSchema } from '../../records/fields.ts';
import type { ComputedFigure } from '../computed.ts';
import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { type Change, CHANGES, changesOfUse } from '../reviews/changes-of-use.ts';
import { LACKS, PAIR_IN_WORDS, pairsOfReviews } from '../reviews/pair-of-reviews.ts';
import { RELIABLE_CHANGE, type Substance } from '../reviews/reliable-change.ts';
import { THRESHOLDS_IN_WORDS } from '../reviews/thresholds-in-words.ts';

const REASONS = [...LACKS, 'not-given-later'] as const;

type Used = { readonly substance: Substance; readonly change: Change };

type Seen = Observation & {
  readonly leftOut?: (typeof REASONS)[number] | undefined;
  /** One substance of one journey that was used at its start. */
  readonly used?: Used;
  /** A substance that was not used at the start and is later. */
  readonly initiated?: Substance;
};

export const substanceChange = measure<Seen>({
  id: 'substance-change',
  revision: 1,
  title: 'Change of use by substance',
  question: 'Of the substances people used when they started, how many do they use no longer, or less?',
  numerator:
    'Of these, substances with no day of use in the 28 days before the later review (abstinent) or reliably fewer days (improved). The others are unchanged, or deteriorated where the days reliably rose.',
  denominator: `Each substance of each journey with at least one day of use in the 28 days before the start review, where the later review gives it, too, and lies in the 12 months to the month’s last day. ${PAIR_IN_WORDS} Left out are journeys without one of the two reviews, and substances that the later one does not give.`,
  method: `Proportion, Wilson 95% interval; a journey counts once for each substance. A substance given with 0 days at the start and used later is initiated use and counted by itself. ${THRESHOLDS_IN_WORDS}`,
  direction: 'up',
  span: 'window',
  // The window, and an exit review two weeks after the end.
  lookBackDays: 366 + 14,

  observe: (history, period) =>
    pairsOfReviews(history, period).flatMap(({ journey, start, later, leftOut }): Seen[] => {
      const own = { who: history.who, dimensions: dimensionsOf(history.provider, journey.first) };
      if (later === undefined) return [{ ...own, leftOut }];
      const initiated = substanceSchema.options.filter(
        (one) => start.daysUsed[one] === 0 && (later.daysUsed[one] ?? 0) > 0,
      );
      return [
        ...changesOfUse(start.daysUsed, later.daysUsed).map(({ substance, change }) =>
          change === undefined
            ? { ...own, leftOut: 'not-given-later' as const }
            : { ...own, used: { substance, change } },
        ),
        ...initiated.map((substance) => ({ ...own, initiated: substance })),
      ];
    }),

  headline: (seen) => proportionFigure(usedIn(seen), isBetter, { excluded: leftOutFor(seen, REASONS) }),

  beside: (seen) => {
    const used = usedIn(seen);
    return {
      'used-at-start': countFigure(used),
      ...Object.fromEntries(
        CHANGES.map((change) => [change, countFigure(used.filter((one) => one.change === change))]),
      ),
      'initiated-use': countFigure(seen.filter(({ initiated }) => initiated !== undefined)),
      ...Object.fromEntries(substanceSchema.options.flatMap((one) => figuresOf(one, used))),
    };
  },

  sums: {
    headline: ['used-at-start'],
    'headline/numerator': ['abstinent', 'improved'],
    'used-at-start': CHANGES,
    ...Object.fromEntries(
      CHANGES.map((change) => [
        change,
        substanceSchema.options
          .filter((substance) => changesTold(substance).includes(change))
          .map((substance) => `${substance}-${change}`),
      ]),
    ),
    ...Object.fromEntries(substanceSchema.options.flatMap(sumsOf)),
  },
});

function usedIn(seen: readonly Seen[]): (Used & { readonly who: string })[] {
  return seen.flatMap(({ who, used }) => (used === undefined ? [] : [{ who, ...used }]));
}

function isBetter({ change }: Used): boolean {
  return change === 'abstinent' || change === 'improved';
}

/** Whether fewer or more days can be a reliable change. */
function hasThreshold(substance: Substance): boolean {
  return RELIABLE_CHANGE.days[substance] !== undefined;
}

/** The changes that a substance can be counted under. */
function changesTold(substance: Substance): readonly Change[] {
  return hasThreshold(substance) ? CHANGES : ['abstinent', 'unchanged'];
}

/** What adds up among the figures of one substance. */
function sumsOf(substance: Substance): [string, string[]][] {
  const named = (...figures: readonly string[]) => figures.map((figure) => `${substance}-${figure}`);
  const [used = '', share = '', betterShare = ''] = named(
    'used-at-start',
    'share-abstinent',
    'share-abstinent-or-improved',
  );
  return [
    [used, named(...changesTold(substance))],
    [share, [used]],
    [`${share}/numerator`, named('abstinent')],
    ...(hasThreshold(substance)
      ? ([
          [betterShare, [used]],
          [`${betterShare}/numerator`, named('abstinent', 'improved')],
        ] satisfies [string, string[]][])
      : []),
  ];
}

/** The figures of one substance by their names. */
function figuresOf(
  substance: Substance,
  used: readonly (Used & { readonly who: string })[],
): [string, ComputedFigure][] {
  const own = used.filter((one) => one.substance === substance);
  const ofChange = (change: Change) => own.filter((one) => one.change === change);
  return [
    [`${substance}-used-at-start`, countFigure(own)],
    ...changesTold(substance).map((change): [string, ComputedFigure] => [
      `${substance}-${change}`,
      countFigure(ofChange(change)),
    ]),
    [`${substance}-share-abstinent`, proportionFigure(own, ({ change }) => change === 'abstinent')],
    ...(hasThreshold(substance)
      ? [
          [`${substance}-share-abstinent-or-improved`, proportionFigure(own, isBetter)] satisfies [
            string,
            ComputedFigure,
          ],
        ]
      : []),
  ];
}
