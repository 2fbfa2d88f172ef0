/**
 * Where in a measure a figure stands. `name` and `category` say which sensitivity, figure beside, split or comparison;
 * of a point over time `name` is its period, of a provider in a cohort or a funnel `category` is its code. What the
 * issue before said has the part `moved`, and as its name part and name of the place where it stood (`split/sex`).
 */
export type FigurePlace = {
  measure: string;
  /** The revision of the measure's definition; null where it is not known, or where no measure is meant. */
  revision: number | null;
  part:
    'headline' | 'sensitivity' | 'beside' | 'split' | 'comparison' | 'trend' | 'cohort' | 'funnel' | 'moved';
  name: string;
  category: string;
};
