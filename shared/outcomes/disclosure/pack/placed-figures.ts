import type { ComputedFigure, ComputedMeasure } from '../../computed.ts';
import type { Place } from './place.ts';

export type PlacedFigure = { readonly place: Place; readonly figure: ComputedFigure };

/** Every figure of a measure that is shown or withheld, with its place. */
export function placedFigures(measure: string, computed: ComputedMeasure): PlacedFigure[] {
  const { headline, sensitivity, beside, splits, cohort } = computed;
  const at = (part: Place['part'], figure: ComputedFigure, name = '', category = ''): PlacedFigure => ({
    place: { measure, part, name, category },
    figure,
  });
  return [
    at('headline', headline),
    ...Object.entries(sensitivity).map(([name, figure]) => at('sensitivity', figure, name)),
    ...Object.entries(beside).map(([name, figure]) => at('beside', figure, name)),
    ...Object.entries(splits).flatMap(([dimension, categories]) =>
      Object.entries(categories).map(([category, figure]) => at('split', figure, dimension, category)),
    ),
    ...(cohort?.point === undefined ? [] : [at('cohort', cohort.point, 'point')]),
    ...(cohort === undefined
      ? []
      : [
          at('cohort', cohort.matured, 'matured'),
          ...Object.entries(cohort.providers).map(([provider, figure]) =>
            at('cohort', figure, 'provider', provider),
          ),
        ]),
  ];
}
