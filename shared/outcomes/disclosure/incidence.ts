import type { ComputedIncidence, ComputedIncidencePoint, ComputedSeries, Counted } from '../computed.ts';
import type { Count, IncidenceFigure, IncidencePoint } from '../document.ts';
import { chooseShown } from './choose-shown.ts';
import { flowIsSafe } from './flow-is-safe.ts';
import { hideWithin } from './hide-within.ts';
import { optionalMarks } from './optional-marks.ts';
import { orderOfDays } from './order-of-days.ts';
import { SUPPRESSED } from './rule.ts';

type IsSmall = (people: number) => boolean;

/**
 * An incidence figure with what is small withheld. A cause goes on a reported day when the people it had ended by
 * then, the others, or those since the reported day before it that is shown are few; the same for what is open. On
 * each day causes and open add up to 1, so others go with it until none can be had by subtraction; hiding a day
 * joins two differences into one, so this is repeated until nothing changes.
 */
export function discloseIncidence(figure: ComputedIncidence, isSmall: IsSmall): IncidenceFigure {
  const { followed, causes, open } = figure;
  const names = Object.keys(causes);
  const series = [...Object.values(causes), open];
  const hidden = isSmall(followed.people)
    ? series.map(({ points }) => points.map(() => true))
    : hiddenOf(figure, series, names.indexOf(figure.headline), isSmall);
  const shownPoints = series.map(({ points }, row) =>
    points.map((point, column) => disclosePoint(point, hidden[row]?.[column] ?? true)),
  );
  return {
    kind: 'incidence',
    ...followedAs(figure.unit, followed, isSmall),
    causes: Object.fromEntries(names.map((name, row) => [name, shownPoints[row] ?? []])),
    open: shownPoints[names.length] ?? [],
  };
}

function hiddenOf(
  { headlineDay }: ComputedIncidence,
  series: readonly ComputedSeries[],
  headlineRow: number,
  isSmall: IsSmall,
): readonly (readonly boolean[])[] {
  let hidden: readonly (readonly boolean[])[] = series.map(({ points }) => points.map(() => false));
  for (;;) {
    const before = hidden;
    const byRow = series.map((one, row) => hiddenInRow(one, before[row] ?? [], headlineDay, isSmall));
    const days = byRow[0]?.map((_, column) =>
      hideWithin(
        series.map(({ points }, row) => ({
          people: peopleOf(points[column]),
          hidden: byRow[row]?.[column] ?? false,
          precious: row === headlineRow,
        })),
      ),
    );
    hidden = byRow.map((row, index) => row.map((_, column) => days?.[column]?.[index] ?? true));
    if (JSON.stringify(hidden) === JSON.stringify(before)) return hidden;
  }
}

/** What must be hidden of one cause, given what is hidden of it already. */
function hiddenInRow(
  { points, flow }: ComputedSeries,
  already: readonly boolean[],
  headlineDay: number,
  isSmall: IsSmall,
): boolean[] {
  const order = orderOfDays(
    points.map(({ day }) => day),
    headlineDay,
  );
  const candidates = order.filter((index) => points[index]?.state === 'estimated' && already[index] !== true);
  const shown = chooseShown(
    candidates,
    (some) =>
      some.every((index) => pointIsSafe(points[index], isSmall)) &&
      flowIsSafe(
        flow,
        some.map((index) => index + 1),
        isSmall,
      ),
  );
  return points.map((point, index) => point.state === 'estimated' && !shown.includes(index));
}

function pointIsSafe(point: ComputedIncidencePoint | undefined, isSmall: IsSmall): boolean {
  return point?.state === 'estimated' && !isSmall(point.people) && !isSmall(point.complement);
}

function peopleOf(point: ComputedIncidencePoint | undefined): number {
  return point?.state === 'estimated' ? point.people : 0;
}

function disclosePoint(point: ComputedIncidencePoint, hidden: boolean): IncidencePoint {
  const { day } = point;
  if (hidden) return { day, ...SUPPRESSED };
  if (point.state === 'unavailable') return point;
  const { state, value, se, lower, upper, marks } = point;
  return {
    day,
    state,
    value,
    ...(se === undefined ? {} : { se, lower, upper }),
    ...optionalMarks(marks),
  };
}

/** How many were followed, under the name of what they are; where one person may count twice, also the people. */
function followedAs(
  unit: ComputedIncidence['unit'],
  { count, people }: Counted,
  isSmall: IsSmall,
): Pick<IncidenceFigure, 'lapses' | 'journeys' | 'placements' | 'people'> {
  const shown = (number: number): Count => (isSmall(people) ? SUPPRESSED : number);
  if (unit === 'journeys') return { journeys: shown(count) };
  return unit === 'lapses'
    ? { lapses: shown(count), people: shown(people) }
    : { placements: shown(count), people: shown(people) };
}
