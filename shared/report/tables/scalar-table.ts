import type { CountFigure, MedianFigure, ProportionFigure } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, days, limit, percent } from '../cells.ts';

/** The columns of proportions. */
export const shareColumns: Column[] = [
  { title: 'Value', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
];

/** Value, limits, numerator and denominator. */
export function shareCells(figure: ProportionFigure): Cell[] {
  if (figure.state !== 'estimated') return shareColumns.map(() => absent(figure));
  const { value, lower, upper, numerator, denominator, marks } = figure;
  return [percent(value, marks), limit(lower), limit(upper), count(numerator), count(denominator)];
}

/** A count of things or a median number of days. */
export function numberCell(figure: CountFigure | MedianFigure): Cell {
  if (figure.state !== 'estimated') return absent(figure);
  return figure.kind === 'count' ? count(figure.value, figure.marks) : days(figure.value, figure.marks);
}
