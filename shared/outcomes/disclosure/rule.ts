import type {
  ComputedCount,
  ComputedIncidence,
  ComputedMean,
  ComputedMedianFigure,
  ComputedProportion,
  ComputedRate,
  ComputedSurvival,
} from '../computed.ts';
import type {
  CountFigure,
  IncidenceFigure,
  MeanFigure,
  MedianFigure,
  ProportionFigure,
  RateFigure,
  SurvivalFigure,
} from '../document.ts';
import type { Hidden } from './hidden.ts';

/** What is small in a figure of one kind, and how it is written without what is hidden of it. */
export type Way<Computed, Shown> = {
  readonly hide: (figure: Computed) => Hidden;
  readonly write: (figure: Computed, hidden: Hidden) => Shown;
};

/** One way to withhold small numbers. */
export type DisclosureRule = CountRule & {
  /** Whether counts are shown exactly, and curves at all. */
  readonly exact: boolean;
  readonly survival: Way<ComputedSurvival, SurvivalFigure>;
  readonly incidence: Way<ComputedIncidence, IncidenceFigure>;
  readonly proportion: Way<ComputedProportion, ProportionFigure>;
  readonly count: Way<ComputedCount, CountFigure>;
  readonly median: Way<ComputedMedianFigure, MedianFigure>;
  readonly mean: Way<ComputedMean, MeanFigure>;
  readonly rate: Way<ComputedRate, RateFigure>;
};

/** The one mark of everything withheld, for whatever reason. */
export const SUPPRESSED = { state: 'suppressed' } as const;

/** How a rule treats counts: which numbers of people are small, and how a count that is not small is shown. */
export type CountRule = {
  readonly isSmall: (people: number) => boolean;
  readonly shown: (count: number) => number;
};
