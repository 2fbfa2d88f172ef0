import type { Figure, OutcomeDocument } from '../outcomes/document.ts';
import type { FigurePlace } from './figure-place.ts';
import { type FigureValue, unitOf, valueOf } from './figure-value.ts';
import { valuesOf } from './figure-values.ts';
import { movedRows } from './moved/moved-rows.ts';
import { quantityOf } from './quantity.ts';
import { rowsAround } from './rows-around.ts';

/** One figure of a pack as one flat row. */
export type FigureRow = FigurePlace & FigureValue;

/**
 * Every figure of a document as rows, in the document's order, and then what moved since the issue before: what the
 * CSV and the workbook's data sheet print.
 */
export function figureRows(document: OutcomeDocument): FigureRow[] {
  return [...standingRows(document), ...movedRows(document)];
}

function standingRows(document: OutcomeDocument): FigureRow[] {
  return Object.entries(document.measures).flatMap(([measure, result]) => {
    const place = (part: FigurePlace['part'], name = '', category = ''): FigurePlace => ({
      measure,
      revision: result.revision,
      part,
      name,
      category,
    });
    const under = (at: FigurePlace, figure: Figure): FigureRow[] =>
      valuesOf(figure).map((value) => ({ ...at, ...value }));
    const { target } = result;
    return [
      ...under(place('headline'), result),
      ...(target
        ? [
            {
              ...place('headline'),
              ...valueOf('target', unitOf(quantityOf(result)), { ...target, state: 'target' }),
              outcome: target.direction,
            },
          ]
        : []),
      ...Object.entries(result.sensitivity ?? {}).flatMap(([name, figure]) =>
        under(place('sensitivity', name), figure),
      ),
      ...Object.entries(result.beside ?? {}).flatMap(([name, figure]) =>
        under(place('beside', name), figure),
      ),
      ...Object.entries(result.splits ?? {}).flatMap(([dimension, categories]) =>
        Object.entries(categories).flatMap(([category, figure]) =>
          under(place('split', dimension, category), figure),
        ),
      ),
      ...rowsAround(result).map(({ part, name = '', category, value }) => ({
        ...place(part, name, category),
        ...value,
      })),
    ];
  });
}
