import type { Count, Mark, MedianFigure } from '../outcomes/document.ts';
import {
  formatCount,
  formatDays,
  formatMarks,
  formatMean,
  formatP,
  formatPercent,
  formatPounds,
  formatRate,
  SHORTHAND,
} from '../render/format.ts';
import type { Cell } from './blocks.ts';

/** What stands in the place of a number that is not there. */
export type Absent =
  | { state: 'suppressed' }
  | { state: 'unavailable'; reason: Extract<MedianFigure, { state: 'unavailable' }>['reason'] };

export const text = (words: string): Cell => ({ kind: 'text', text: words });

export const percent = (value: number, marks?: readonly Mark[]): Cell => ({
  kind: 'percent',
  value,
  ...(marks?.length ? { marks } : {}),
});

export const days = (value: number, marks?: readonly Mark[]): Cell => ({
  kind: 'days',
  value,
  ...(marks?.length ? { marks } : {}),
});

/** A number of people or things, or its shorthand when it is withheld. */
export const count = (value: Count, marks?: readonly Mark[]): Cell =>
  typeof value === 'number'
    ? { kind: 'count', value, ...(marks?.length ? { marks } : {}) }
    : { kind: 'shorthand', code: SHORTHAND.suppressed };

/** An amount of money. */
export const pence = (value: number): Cell => ({ kind: 'pence', value });

/** The shorthand of a figure without a number. */
export function absent(figure: Absent): Cell {
  if (figure.state === 'suppressed') return { kind: 'shorthand', code: SHORTHAND.suppressed };
  const code = figure.reason === 'no-eligible' ? SHORTHAND.noEligible : SHORTHAND.notAvailable;
  return { kind: 'shorthand', code };
}

/** A limit of an interval of shares; where everybody or nobody had the event there is none. */
export const limit = (value: number | null | undefined): Cell =>
  typeof value === 'number' ? percent(value) : text('no interval');

/** A cell as it is read: rounded, with its marks behind it. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'shorthand':
      return cell.code;
    case 'percent':
      return formatPercent(cell.value) + formatMarks(cell.marks);
    case 'count':
      return formatCount(cell.value) + formatMarks(cell.marks);
    case 'days':
      return formatDays(cell.value) + formatMarks(cell.marks);
    case 'points':
      return formatMean(cell.value) + formatMarks(cell.marks);
    case 'rate':
      return formatRate(cell.value) + formatMarks(cell.marks);
    case 'p':
      return formatP(cell.value);
    case 'pence':
      return formatPounds(cell.value) + formatMarks(cell.marks);
  }
}
