import type { Place } from '../disclosure/pack/place.ts';
import { type Figure, figureSchema, type MeasureResult, type OutcomeDocument } from '../document.ts';

/** A figure of a document, with its place; a headline without what stands around it. */
export type ShownFigure = { readonly place: Place; readonly figure: Figure };

/** Every figure of a document, in its order. */
export function figuresIn({ measures }: Pick<OutcomeDocument, 'measures'>): ShownFigure[] {
  return Object.entries(measures).flatMap(([measure, result]) => {
    const at = (part: Place['part'], figure: Figure, name = '', category = ''): ShownFigure => ({
      place: { measure, part, name, category },
      figure,
    });
    const { sensitivity = {}, beside = {}, splits = {}, cohort } = result;
    return [
      at('headline', headlineOf(result)),
      ...Object.entries(sensitivity).map(([name, figure]) => at('sensitivity', figure, name)),
      ...Object.entries(beside).map(([name, figure]) => at('beside', figure, name)),
      ...Object.entries(splits).flatMap(([dimension, categories]) =>
        Object.entries(categories).map(([category, figure]) => at('split', figure, dimension, category)),
      ),
      ...(cohort === undefined
        ? []
        : [
            ...(cohort.point === undefined ? [] : [at('cohort', cohort.point, 'point')]),
            at('cohort', cohort.matured, 'matured'),
            ...Object.entries(cohort.providers).map(([provider, figure]) =>
              at('cohort', figure, 'provider', provider),
            ),
          ]),
    ];
  });
}

const AROUND: ReadonlySet<string> = new Set<keyof MeasureResult>([
  'revision',
  'target',
  'sensitivity',
  'beside',
  'splits',
  'comparisons',
  'cohort',
  'trend',
]);

/** A headline's own numbers. */
function headlineOf(result: MeasureResult): Figure {
  return figureSchema.parse(Object.fromEntries(Object.entries(result).filter(([name]) => !AROUND.has(name))));
}
