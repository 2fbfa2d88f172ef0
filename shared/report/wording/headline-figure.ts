import type {
  IncidenceFigure,
  IncidencePoint,
  Mark,
  ProportionFigure,
  SurvivalFigure,
  SurvivalPoint,
} from '../../outcomes/document.ts';
import type { Cell, Interval } from '../blocks.ts';
import { absent, type Absent, percent } from '../cells.ts';
import type { MeasureWords } from '../measure-words.ts';

/** The one figure that a measure's answer is about. */
export type HeadlineFigure = {
  /** The reported day it stands for; a proportion has none. */
  day?: number;
  cell: Cell;
  /** Present when there is a value. */
  estimate?: Interval & { marks: readonly Mark[] };
  /** Present when there is none. */
  absence?: Absent;
};

const SURVIVAL_DAY = 84;

/** The headline of a measure: the point of its headline day and cause, or the proportion itself. */
export function headlineFigure(
  words: MeasureWords,
  result: SurvivalFigure | IncidenceFigure | ProportionFigure,
): HeadlineFigure {
  if (result.kind === 'proportion') {
    if (result.state !== 'estimated') return without(result);
    const { value, lower, upper, marks = [] } = result;
    return { cell: percent(value, marks), estimate: { value, lower, upper, marks } };
  }
  const points =
    result.kind === 'survival' ? result.points : (result.causes[headlineCause(words, result.causes)] ?? []);
  const point = pointOf(points, headlineDay(words, points, result.kind));
  if (point === undefined) return without({ state: 'unavailable', reason: 'no-eligible' });
  if (point.state !== 'estimated') return { day: point.day, ...without(point) };
  const { day, value, lower = null, upper = null, marks = [] } = point;
  return { day, cell: percent(value, marks), estimate: { value, lower, upper, marks } };
}

const without = (absence: Absent): HeadlineFigure => ({ cell: absent(absence), absence });

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
