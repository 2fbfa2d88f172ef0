import type { SurvivalFigure, SurvivalPoint } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, limit, percent } from '../cells.ts';

/** The columns of a survival at its reported days. */
export const survivalColumns: Column[] = [
  { title: 'Day', numeric: true },
  { title: 'Estimate', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
  { title: 'At risk', numeric: true },
  { title: 'Events', numeric: true },
];

/** One row a reported day. */
export const survivalRows = (figure: SurvivalFigure): Cell[][] =>
  figure.points.map((point) => [{ kind: 'count', value: point.day }, ...pointCells(point)]);

/** Estimate, limits, number at risk and events of one day. */
export function pointCells(point: SurvivalPoint): Cell[] {
  if (point.state !== 'estimated') return Array.from({ length: 5 }, () => absent(point));
  const { value, lower, upper, atRisk, events, marks } = point;
  return [percent(value, marks), limit(lower), limit(upper), count(atRisk), count(events)];
}
