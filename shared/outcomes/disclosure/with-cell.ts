import type { HiddenCells } from './deduce-change.ts';

/** The cells with one of them hidden, or shown again. */
export function withCell(hidden: HiddenCells, row: number, column: number, value: boolean): HiddenCells {
  return hidden.map((cells, index) => (index === row ? cells.with(column, value) : cells));
}
