import type { CountFigure, MedianFigure, ProportionFigure } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, days, limit, percent, text } from '../cells.ts';

/** The columns of figures that are one number each. */
export const scalarColumns: Column[] = [
  { title: 'Value', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
];

/** Value, limits, numerator and denominator; blank where a count or a median has none. */
export function scalarCells(figure: ProportionFigure | CountFigure | MedianFigure): Cell[] {
  const blank = Array.from({ length: 4 }, () => text(''));
  if (figure.kind === 'proportion') {
    if (figure.state !== 'estimated') return Array.from({ length: 5 }, () => absent(figure));
    const { value, lower, upper, numerator, denominator, marks } = figure;
    return [percent(value, marks), limit(lower), limit(upper), count(numerator), count(denominator)];
  }
  if (figure.state !== 'estimated') return [absent(figure), ...blank];
  const value =
    figure.kind === 'count' ? count(figure.value, figure.marks) : days(figure.value, figure.marks);
  return [value, ...blank];
}
