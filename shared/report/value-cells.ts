import type { Figure } from '../outcomes/document.ts';
import type { Cell, Quantity } from './blocks.ts';
import { text } from './cells.ts';
import type { FigureValue } from './figure-value.ts';
import { lowered } from './first-letter.ts';
import { labelOf } from './labels.ts';
import { quantityCell } from './quantity.ts';

/** The number of a flat row as a cell, with its marks, or what stands in its place. */
export function valueCell({ shorthand, value, marks, unit }: FigureValue): Cell {
  if (value === null) return text(shorthand);
  const own = (['u', 'p', 'r'] as const).filter((mark) => marks.split(' ').includes(mark));
  return quantityCell(quantityOfUnit(unit), value, own);
}

/** What a number in a unit of the flat list is of. */
export function quantityOfUnit(unit: FigureValue['unit']): Quantity {
  if (unit === 'person-week') return 'rate';
  return unit === '' ? 'count' : unit;
}

/** What of its figure a value is, as it follows the figure's label: the outcome, the day, the count. */
export function detailOf(
  { statistic, outcome, day }: FigureValue,
  kind: Figure['kind'],
  context: string,
): string {
  if (statistic === kind && day === null) return '';
  if (statistic === 'median') return ': median time to an event';
  const what =
    outcome === ''
      ? day === null
        ? `: ${lowered(labelOf(statistic))}`
        : ''
      : `: ${lowered(labelOf(outcome, context))}`;
  const left = statistic === 'excluded' ? ', left out' : '';
  const counted = statistic === 'events' && outcome !== '' ? ', events' : '';
  return `${left}${counted}${what}${day === null ? '' : ` by day ${day}`}`;
}
