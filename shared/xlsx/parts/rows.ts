import { columnLetter } from '../column-letter.ts';
import type { Cell, Row } from '../worksheet.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Styles } from './styles.ts';
import { inText } from './xml.ts';

/** What the cells of a whole workbook share. */
export type Shared = { readonly strings: SharedStrings; readonly styles: Styles };

/**
 * The rows of a sheet. Of a workbook this is nearly all, so it is written in the open: a text a row, joined once.
 *
 * Source: ECMA-376, part 1, 18.3.1.73 (row), 18.3.1.4 (c).
 */
export function rowsXml(rows: readonly Row[], { strings, styles }: Shared): string {
  const letters = Array.from({ length: widest(rows) }, (_, column) => columnLetter(column));
  return rows
    .map(({ height, cells }, above) => {
      const number = above + 1;
      let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        const style = styles.numberOf(cell.style);
        const place = `<c r="${letters[column] ?? ''}${number}"${style === 0 ? '' : ` s="${style}"`}`;
        xml += place + contentXml(cell, strings);
      });
      return `${xml}</row>`;
    })
    .join('');
}

/** How many columns the widest row has. */
export const widest = (rows: readonly Row[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** The end of a cell's tag, and what is in it. */
function contentXml({ value, formula }: Cell, strings: SharedStrings): string {
  if (formula !== undefined)
    return typeof value === 'number'
      ? `><f>${inText(formula)}</f><v>${numberXml(value)}</v></c>`
      : ` t="str"><f>${inText(formula)}</f><v>${inText(value)}</v></c>`;
  return typeof value === 'number'
    ? `><v>${numberXml(value)}</v></c>`
    : ` t="s"><v>${strings.numberOf(value)}</v></c>`;
}

/** @throws RangeError of what is no number, for no spreadsheet would open the file */
function numberXml(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a cell cannot hold ${value}`);
  return value.toString();
}
