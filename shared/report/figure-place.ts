/**
 * Where in a measure a figure stands. `name` and `category` say which sensitivity, figure beside, split or comparison;
 * of a point over time `name` is its period, of a provider in a cohort or a funnel `category` is its code.
 */
export type FigurePlace = {
  measure: string;
  /** The revision of the measure's definition. */
  revision: number;
  part: 'headline' | 'sensitivity' | 'beside' | 'split' | 'comparison' | 'trend' | 'cohort' | 'funnel';
  name: string;
  category: string;
};
