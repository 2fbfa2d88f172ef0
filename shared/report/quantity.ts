import type { Figure, Mark } from '../outcomes/document.ts';
import type { Cell, NumberKind, Quantity } from './blocks.ts';
import { cellText, text } from './cells.ts';

/** What the number of a figure is of; of a mean or a median without a number, what is usual. */
export function quantityOf(figure: Figure): Quantity {
  switch (figure.kind) {
    case 'count':
    case 'rate':
      return figure.kind;
    case 'mean':
      return figure.state === 'estimated' ? figure.unit : 'points';
    case 'median':
      return figure.state === 'estimated' ? figure.unit : 'days';
    default:
      return 'share';
  }
}

/** A number of a quantity as a cell. */
export const quantityCell = (quantity: Quantity, value: number, marks: readonly Mark[] = []): Cell => ({
  kind: quantity === 'share' ? 'percent' : (quantity satisfies NumberKind),
  value,
  ...(marks.length ? { marks } : {}),
});

/**
 * A number of a quantity as it is read.
 *
 * @example quantityText('rate', 1.925) // '1.93'
 */
export const quantityText = (quantity: Quantity, value: number): string =>
  cellText(quantityCell(quantity, value));

/** A limit of an interval as a cell. */
export const limitCell = (quantity: Quantity, value: number | null): Cell =>
  value === null ? text('no interval') : quantityCell(quantity, value);
