import type { ComputedSeries } from '../computed.ts';
import { deduceChange, type Change, type HiddenCells } from './deduce-change.ts';
import { withCell } from './with-cell.ts';

/** A cell of an incidence table: a cause, or what is open, on a reported day. */
type Cell = { readonly row: number; readonly column: number };

/** An incidence table and what of it is hidden so far. */
type Table = {
  /** The causes, and last what is open. */
  readonly series: readonly ComputedSeries[];
  readonly followed: number;
  readonly hidden: HiddenCells;
  readonly headline: Cell;
};

/** How wide the range must be in which a small number can be: five, less what rounding may take. */
const ENOUGH = 5 - 1e-6;

/**
 * The cell to hide next because a small change, hidden already, can be had by combining days; undefined when none
 * can. Of the cells that would end it the cheapest is meant, if there is none the one that widens its range most:
 * the other cells by their people, those of nobody after them, then those of the headline. The headline's own day
 * is meant when nothing else is left.
 */
export function nextToHide(table: Table, isSmall: (people: number) => boolean): Cell | undefined {
  const { series, hidden } = table;
  if (!hidden.flat().includes(true)) return undefined;
  const cumulative = cumulativeOf(table);
  const days = cumulative[0]?.length ?? 0;
  const leak = smallChanges(series, hidden, days, isSmall).find(
    (change) => deduceChange(cumulative, hidden, change, ENOUGH) < ENOUGH,
  );
  if (leak === undefined) return undefined;

  let best: { readonly cell: Cell; readonly width: number } | undefined;
  for (const cell of candidates(table, days)) {
    const width = deduceChange(cumulative, withCell(hidden, cell.row, cell.column, true), leak, ENOUGH);
    if (best === undefined || width > best.width) best = { cell, width };
    if (width >= ENOUGH) break;
  }
  return best?.cell;
}

/** What is published, in people: rows by day, as far as anybody was followed. */
function cumulativeOf({ series, followed }: Table): number[][] {
  return series.map(({ points }) =>
    points.flatMap((point) => (point.state === 'estimated' ? [point.value * followed] : [])),
  );
}

/** The changes of few people, or beside which few are left, of which an end is hidden. */
function smallChanges(
  series: readonly ComputedSeries[],
  hidden: HiddenCells,
  days: number,
  isSmall: (people: number) => boolean,
): Change[] {
  const changes: Change[] = [];
  series.forEach(({ points, flow }, row) => {
    const isHidden = (time: number): boolean => time > 0 && hidden[row]?.[time - 1] === true;
    const cause = row === series.length - 1 ? undefined : row;
    for (let to = 1; to <= days; to += 1) {
      for (let from = 0; from < to; from += 1) {
        if (!isHidden(from) && !isHidden(to)) continue;
        const point = points[to - 1];
        const few =
          isSmall(flow[from]?.[to] ?? 0) ||
          (from === 0 &&
            point?.state === 'estimated' &&
            (isSmall(point.people) || isSmall(point.complement)));
        if (few) changes.push({ cause, from, to });
      }
    }
  });
  return changes;
}

/** The cells that may be hidden, the cheapest first. */
function candidates({ series, hidden, headline }: Table, days: number): Cell[] {
  const cells = series.flatMap(({ points }, row) =>
    points.slice(0, days).flatMap((point, column) => {
      if (hidden[row]?.[column] !== false || point.state !== 'estimated') return [];
      const { people } = point;
      if (row === headline.row && column === headline.column) return [];
      return [{ cell: { row, column }, rank: row === headline.row ? 2 : people === 0 ? 1 : 0, people }];
    }),
  );
  if (cells.length === 0 && hidden[headline.row]?.[headline.column] === false) return [headline];
  return cells.sort((a, b) => a.rank - b.rank || a.people - b.people).map(({ cell }) => cell);
}
