import type { Review } from '../../records/review.ts';
import type { ComputedMean } from '../computed.ts';
import { dimensionsOf } from '../dimensions.ts';
import { leftOutFor } from '../figures/left-out.ts';
import { meanFigure } from '../figures/mean-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { type Lack, LACKS, PAIR_IN_WORDS, pairsOfReviews } from '../reviews/pair-of-reviews.ts';

const ASKED = [
  'qualityOfLife',
  'psychologicalHealth',
  'physicalHealth',
  'paidWorkDays',
  'educationDays',
] as const;
type Asked = (typeof ASKED)[number];

/** Whether there was a housing problem at the start, and later. */
type Housing = { readonly before: boolean; readonly after: boolean };

type Seen = Observation & {
  readonly leftOut?: Lack | 'not-given' | undefined;
  /** Later value less that at the start, of what both reviews give. */
  readonly changes?: Partial<Record<Asked, number>>;
  readonly housing?: Housing;
};

export const wellbeing = measure<Seen>({
  id: 'wellbeing',
  revision: 1,
  title: 'Wellbeing',
  question: 'By how much does people’s own rating of their quality of life change?',
  numerator:
    'The rating of quality of life at the later review less that at the start review, in points of a scale from 0 (poor) to 20 (good); above 0 is better.',
  denominator: `Journeys of which both reviews give the rating and the later one lies in the 12 months to the month’s last day. ${PAIR_IN_WORDS}`,
  method:
    'Mean with its 95% t interval, each journey once. Beside it in the same way the ratings of psychological and physical health, and days of paid work and of education in the 28 days before each review. Housing: the share without an acute problem at the later review of those with one at the start, and the share with one of those without; Wilson 95% interval.',
  direction: 'up',
  span: 'window',
  // The window, and an exit review two weeks after the end.
  lookBackDays: 366 + 14,

  observe: (history, period) =>
    pairsOfReviews(history, period).map(({ journey, start, later, leftOut }): Seen => {
      const own = { who: history.who, dimensions: dimensionsOf(history.provider, journey.first) };
      if (later === undefined) return { ...own, leftOut };
      const changes = changesBetween(start, later);
      const { housingProblem: before } = start;
      const { housingProblem: after } = later;
      return before === undefined || after === undefined
        ? { ...own, changes, leftOut: 'not-given' }
        : { ...own, changes, housing: { before, after } };
    }),

  headline: (seen) => meanChange(seen, 'qualityOfLife', 'points'),

  beside: (seen) => {
    const housed = seen.flatMap(({ who, housing }) => (housing === undefined ? [] : [{ who, ...housing }]));
    const excluded = leftOutFor(seen, [...LACKS, 'not-given']);
    return {
      'psychological-health': meanChange(seen, 'psychologicalHealth', 'points'),
      'physical-health': meanChange(seen, 'physicalHealth', 'points'),
      'paid-work-days': meanChange(seen, 'paidWorkDays', 'days'),
      'education-days': meanChange(seen, 'educationDays', 'days'),
      'housing-problem-solved': proportionFigure(
        housed.filter(({ before }) => before),
        ({ after }) => !after,
        { excluded },
      ),
      'housing-problem-new': proportionFigure(
        housed.filter(({ before }) => !before),
        ({ after }) => after,
        { excluded },
      ),
    };
  },
});

function changesBetween(start: Review, later: Review): Partial<Record<Asked, number>> {
  return Object.fromEntries(
    ASKED.flatMap((asked) => {
      const before = start[asked];
      const after = later[asked];
      return before === undefined || after === undefined ? [] : [[asked, after - before]];
    }),
  );
}

function meanChange(seen: readonly Seen[], asked: Asked, unit: 'points' | 'days'): ComputedMean {
  const units = seen.flatMap(({ who, changes }) => {
    const value = changes?.[asked];
    return value === undefined ? [] : [{ who, value }];
  });
  return meanFigure(units, unit);
}
