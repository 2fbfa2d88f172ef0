import type { IncidenceFigure, IncidencePoint } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, limit, percent, text } from '../cells.ts';
import { labelOf } from '../labels.ts';

/** The columns of an incidence at its reported days. */
export const incidenceColumns: Column[] = [
  { title: 'Outcome' },
  { title: 'Day', numeric: true },
  { title: 'Estimate', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
];

/** One row an outcome and reported day, what is still open last. */
export const incidenceRows = (figure: IncidenceFigure, context: string): Cell[][] =>
  [...Object.entries(figure.causes), ['open', figure.open] as const].flatMap(([outcome, points]) =>
    points.map((point): Cell[] => [
      text(labelOf(outcome, context)),
      { kind: 'count', value: point.day },
      ...pointShareCells(point),
    ]),
  );

/** Estimate and limits of one day. */
export function pointShareCells(point: IncidencePoint): Cell[] {
  if (point.state !== 'estimated') return Array.from({ length: 3 }, () => absent(point));
  const { value, lower, upper, marks } = point;
  return [percent(value, marks), limit(lower), limit(upper)];
}
