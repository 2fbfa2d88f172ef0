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

/** One way to withhold small numbers: what of each kind of figure is shown. */
export type DisclosureRule = {
  readonly survival: (figure: ComputedSurvival) => SurvivalFigure;
  readonly incidence: (figure: ComputedIncidence) => IncidenceFigure;
  readonly proportion: (figure: ComputedProportion) => ProportionFigure;
  readonly count: (figure: ComputedCount) => CountFigure;
  readonly median: (figure: ComputedMedianFigure) => MedianFigure;
  readonly mean: (figure: ComputedMean) => MeanFigure;
  readonly rate: (figure: ComputedRate) => RateFigure;
};

/** The one mark of everything withheld, for whatever reason. */
export const SUPPRESSED = { state: 'suppressed' } as const;
