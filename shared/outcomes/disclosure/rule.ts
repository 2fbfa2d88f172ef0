import type {
  ComputedCount,
  ComputedIncidence,
  ComputedMedianFigure,
  ComputedProportion,
  ComputedSurvival,
} from '../computed.ts';
import type {
  CountFigure,
  IncidenceFigure,
  MedianFigure,
  ProportionFigure,
  SurvivalFigure,
} from '../document.ts';

/** One way to withhold small numbers: what of each kind of figure is shown. */
export type DisclosureRule = {
  readonly survival: (figure: ComputedSurvival) => SurvivalFigure;
  readonly incidence: (figure: ComputedIncidence) => IncidenceFigure;
  readonly proportion: (figure: ComputedProportion) => ProportionFigure;
  readonly count: (figure: ComputedCount) => CountFigure;
  readonly median: (figure: ComputedMedianFigure) => MedianFigure;
};

/** The one mark of everything withheld, for whatever reason. */
export const SUPPRESSED = { state: 'suppressed' } as const;
