import type { ComputedIncidence, ComputedIncidencePoint, ComputedSeries } from '../computed.ts';
import { chooseShown } from './choose-shown.ts';
import type { HiddenCells } from './deduce-change.ts';
import { flowIsSafe } from './flow-is-safe.ts';
import { hideWithin } from './hide-within.ts';
import { nextToHide } from './next-to-hide.ts';
import { orderOfDays } from './order-of-days.ts';
import { withCell } from './with-cell.ts';

type IsSmall = (people: number) => boolean;

/**
 * Which cells of an incidence figure to hide: rows are its causes and last what is open, columns its days.
 *
 * A cell goes when the people it had ended by then, the others, or those since the day before it that is shown are
 * few; the same for what is open. On each day the rows add up to 1, so others go with it until none can be had by
 * subtraction. Causes never take back what they ended, so days tell of one another, too: what can still be had by
 * combining them takes a further cell with it. Hiding a day joins two differences into one, so this is repeated until
 * nothing changes. Then whatever need not be hidden beside the rest is shown again, the headline first.
 */
export function hiddenCells(figure: ComputedIncidence, isSmall: IsSmall): HiddenCells {
  const { followed, causes, headline, headlineDay, open } = figure;
  const series = [...Object.values(causes), open];
  const days = open.points.map(({ day }) => day);
  const order = orderOfDays(days, headlineDay);
  const headlineRow = Object.keys(causes).indexOf(headline);

  const settled = (hidden: HiddenCells): HiddenCells => {
    const byRow = series.map((one, row) => hiddenInRow(one, hidden[row] ?? [], order, isSmall));
    return order.reduce<HiddenCells>((so, column) => hiddenInColumn(series, so, headlineRow, column), byRow);
  };
  const furtherCell = (hidden: HiddenCells) =>
    nextToHide(
      {
        series,
        followed: followed.count,
        hidden,
        headline: { row: headlineRow, column: days.indexOf(headlineDay) },
      },
      isSmall,
    );

  let hidden = settled(series.map(() => days.map(() => false)));
  for (;;) {
    const again = settled(hidden);
    const further = isSame(again, hidden) ? furtherCell(hidden) : undefined;
    if (further === undefined && isSame(again, hidden)) break;
    hidden = further === undefined ? again : withCell(hidden, further.row, further.column, true);
  }

  const rows = [headlineRow, ...series.keys()];
  for (const column of order) {
    for (const row of rows) {
      if (hidden[row]?.[column] !== true) continue;
      const less = withCell(hidden, row, column, false);
      if (isSame(settled(less), less) && furtherCell(less) === undefined) hidden = less;
    }
  }
  return hidden;
}

function isSame(a: HiddenCells, b: HiddenCells): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What must be hidden of one cause, given what is hidden of it already. */
function hiddenInRow(
  { points, flow }: ComputedSeries,
  already: readonly boolean[],
  order: readonly number[],
  isSmall: IsSmall,
): boolean[] {
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

/** What must be hidden on one day, given what is hidden already. */
function hiddenInColumn(
  series: readonly ComputedSeries[],
  already: HiddenCells,
  headlineRow: number,
  column: number,
): HiddenCells {
  const day = hideWithin(
    series.map(({ points }, row) => ({
      people: isToldByNeighbours(points, already[row] ?? [], column) ? 0 : peopleOf(points[column]),
      hidden: already[row]?.[column] === true,
      precious: row === headlineRow,
    })),
  );
  return already.map((cells, row) => cells.with(column, day[row] === true));
}

/** Whether the days before and after it that are shown have the same value, so that hiding it hides nothing. */
function isToldByNeighbours(
  points: readonly ComputedIncidencePoint[],
  hidden: readonly boolean[],
  column: number,
): boolean {
  const isShown = (_point: ComputedIncidencePoint, index: number) => hidden[index] === false;
  const before = points.slice(0, column).findLast(isShown);
  const after = points.find((point, index) => index > column && isShown(point, index));
  return (
    before?.state === 'estimated' &&
    after?.state === 'estimated' &&
    Math.abs(before.value - after.value) < 1e-9
  );
}

function peopleOf(point: ComputedIncidencePoint | undefined): number {
  return point?.state === 'estimated' ? point.people : 0;
}
