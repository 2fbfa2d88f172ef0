import type { Figure, IncidencePoint, Mark, MedianFigure, SurvivalPoint } from '../../outcomes/document.ts';
import type { Cell, Interval, Quantity } from '../blocks.ts';
import { absent, type Absent, percent } from '../cells.ts';
import type { MeasureWords } from '../measure-words.ts';
import { quantityCell, quantityOf } from '../quantity.ts';

/** The one figure that a measure's answer is about. */
export type HeadlineFigure = {
  /** The reported day it stands for; only shares over days have one. */
  day?: number;
  quantity: Quantity;
  cell: Cell;
  /** Present when there is a value. */
  estimate?: Interval & { marks: readonly Mark[] };
  /** Present when there is none. */
  absence?: Absent;
};

const SURVIVAL_DAY = 84;

/** The headline of a measure: the point of its headline day and cause, or the one number itself. */
export function headlineFigure(words: MeasureWords, result: Exclude<Figure, MedianFigure>): HeadlineFigure {
  if (result.kind !== 'survival' && result.kind !== 'incidence') return numberOf(result);
  const points =
    result.kind === 'survival' ? result.points : (result.causes[headlineCause(words, result.causes)] ?? []);
  const point = pointOf(points, headlineDay(words, points, result.kind));
  if (point === undefined) return without({ state: 'unavailable', reason: 'no-eligible' }, 'share');
  if (point.state !== 'estimated') return { day: point.day, ...without(point, 'share') };
  const { day, value, lower = null, upper = null, marks = [] } = point;
  return { day, quantity: 'share', cell: percent(value, marks), estimate: { value, lower, upper, marks } };
}

/** The one number of a figure that is not followed over days. */
function numberOf(
  result: Exclude<Figure, MedianFigure | { points: unknown } | { causes: unknown }>,
): HeadlineFigure {
  const quantity = quantityOf(result);
  if (result.state !== 'estimated') return without(result, quantity);
  const { value, marks = [] } = result;
  const { lower, upper } = result.kind === 'count' ? { lower: null, upper: null } : result;
  return {
    quantity,
    cell: quantityCell(quantity, value, marks),
    estimate: { value, lower, upper, marks },
  };
}

const without = (absence: Absent, quantity: Quantity): HeadlineFigure => ({
  quantity,
  cell: absent(absence),
  absence,
});

/** The outcome that the answer of an incidence is about. */
export const headlineCause = (words: MeasureWords, causes: Record<string, unknown>): string =>
  words.headlineCause ?? Object.keys(causes)[0] ?? '';

type Point = SurvivalPoint | IncidencePoint;

/** The day that the answer is about. */
function headlineDay(words: MeasureWords, points: readonly Point[], kind: 'survival' | 'incidence'): number {
  if (words.headlineDay !== undefined) return words.headlineDay;
  return kind === 'survival' ? SURVIVAL_DAY : (points[0]?.day ?? 0);
}

const pointOf = (points: readonly Point[], day: number): Point | undefined =>
  points.find((point) => point.day === day) ?? points.at(-1);
