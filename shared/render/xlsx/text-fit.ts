import { formatPounds } from '../format.ts';
import { DATE, POUNDS } from './number-formats.ts';
import type { SheetCell, SheetColumn } from './sheet.ts';

const NARROWEST = 12;
const WIDEST = 60;
/** A title of so many characters is not wrapped. */
const ONE_LINE = 'Price of the block'.length;
const LONGEST_DATE = '30 September 2026'.length;
/** How much wider bold letters are than a column counts. */
const BOLD = 1.2;

/** Wide enough for its longest word or number, and for a short title on one line; long texts wrap. In characters. */
export function widthOf(
  { title, numeric, widest = WIDEST }: SheetColumn,
  rows: readonly (readonly SheetCell[])[],
  column: number,
): number {
  const longest = rows.reduce((most, row) => {
    const cell = row[column];
    return cell === undefined ? most : Math.max(most, shownLength(cell));
  }, 0);
  const wraps = (numeric === true || widest < WIDEST) && title.length > ONE_LINE;
  const head = wraps ? Math.max(...title.split(' ').map(({ length }) => length)) : title.length;
  return Math.min(widest, Math.max(NARROWEST, longest + 4, head + 4));
}

/** About how many characters a value is shown as. */
function shownLength({ value, format }: SheetCell): number {
  if (value === null) return 0;
  if (typeof value === 'string') return value.length;
  if (format === undefined) return value.toString().length;
  if (format === POUNDS) return formatPounds(Math.round(value * 100)).length + 1;
  return format === DATE ? LONGEST_DATE : NARROWEST - 2;
}

/** How many lines a text takes, with some to spare: words do not fill a line. */
export const linesOf = (text: string | number | null, width: number): number =>
  typeof text === 'string' && text.length > width ? Math.ceil((text.length * 1.15) / width) : 1;

/** How many lines a title takes: bold letters are wider than the column counts, and no word is broken. */
export function headLines(title: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of title.split(' ')) {
    const longer = filled === 0 ? length : filled + 1 + length;
    const fits = longer * BOLD <= width;
    if (!fits && filled > 0) lines += 1;
    filled = fits || filled === 0 ? longer : length;
  }
  return lines;
}
