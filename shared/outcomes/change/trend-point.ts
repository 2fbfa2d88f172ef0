import type { ComputedHeadline } from '../computed.ts';
import type { Figure, MeasureResult, TrendPoint } from '../document.ts';
import type { IssuedMonth } from './issued-month.ts';

/** Which of a headline's numbers is drawn over time: that of its day, and of its cause. */
export type Drawn = { readonly day?: number; readonly cause?: string };

/** What is drawn of a headline as computed. */
export function drawnOf(headline: ComputedHeadline): Drawn {
  switch (headline.kind) {
    case 'survival':
      return { day: headline.headlineDay };
    case 'incidence':
      return { day: headline.headlineDay, cause: headline.headline };
    default:
      return {};
  }
}

/**
 * The own point of a month, as it was issued; of one that is being issued as it is now, marked where it moved since
 * the issue before or any before that: another value or denominator, or one where nothing was shown. Undefined in a
 * month in which no period ends.
 */
export function ownPoint(
  measure: string,
  month: IssuedMonth,
  drawn: Drawn,
  previous?: IssuedMonth,
): TrendPoint | undefined {
  const result = month.measures[measure];
  const point = result && trendPoint(month.month, result, drawn);
  if (result === undefined || point?.state !== 'estimated') return point;
  const marked = (one: IssuedMonth | undefined): boolean =>
    one?.measures[measure]?.trend?.points.some(
      (other) =>
        other.period === point.period && other.state === 'estimated' && other.marks?.includes('r') === true,
    ) === true;
  const part = result.cohort === undefined ? 'headline' : 'cohort';
  const moved = month.moved?.figures.some(
    (figure) =>
      figure.measure === measure &&
      figure.part === part &&
      figure.issued !== null &&
      (part === 'headline' || figure.name === 'point') &&
      !showsAlike(pointOf(point.period, figure.issued, drawn), point),
  );
  return moved === true || marked(month) || marked(previous)
    ? { ...point, marks: [...(point.marks ?? []).filter((mark) => mark !== 'r'), 'r'] }
    : point;
}

/**
 * A month's own point of a measure, as its document has it: of what is compared over time, where the measure has such,
 * else of the headline. Undefined in a month in which no period ends.
 */
function trendPoint(month: string, result: MeasureResult, drawn: Drawn): TrendPoint | undefined {
  if (result.cohort !== undefined) {
    const { period, point } = result.cohort;
    return period === undefined || point === undefined ? undefined : ofFigure(period, point);
  }
  return pointOf(month, result, drawn);
}

/** What is drawn of a figure as the point of a period. */
function pointOf(period: string, figure: Figure | MeasureResult, drawn: Drawn): TrendPoint {
  switch (figure.kind) {
    case 'survival':
      return ofFigure(
        period,
        figure.points.find(({ day }) => day === drawn.day),
      );
    case 'incidence':
      return ofFigure(
        period,
        figure.causes[drawn.cause ?? '']?.find(({ day }) => day === drawn.day),
      );
    default:
      return ofFigure(period, figure);
  }
}

/** Whether a point stands where another did; limits, marks and who was left out are not drawn. */
function showsAlike(issued: TrendPoint, now: Extract<TrendPoint, { state: 'estimated' }>): boolean {
  return issued.state === 'estimated' && issued.value === now.value && issued.denominator === now.denominator;
}

/** As much of any figure as a point shows. */
type Shown =
  | { state: 'estimated'; value: number; denominator?: number; marks?: ('u' | 'p' | 'r')[] | undefined }
  | { state: 'suppressed' }
  | Extract<TrendPoint, { state: 'unavailable' }>
  | Omit<Extract<TrendPoint, { state: 'unavailable' }>, 'period'>;

function ofFigure(period: string, figure: Shown | undefined): TrendPoint {
  if (figure === undefined) return { period, state: 'unavailable', reason: 'no-eligible' };
  switch (figure.state) {
    case 'suppressed':
      return { period, state: 'suppressed' };
    case 'unavailable':
      return { period, state: 'unavailable', reason: figure.reason };
    case 'estimated': {
      const { value, denominator, marks } = figure;
      return {
        period,
        state: 'estimated',
        value,
        ...(denominator === undefined ? {} : { denominator }),
        ...(marks === undefined ? {} : { marks }),
      };
    }
  }
}
