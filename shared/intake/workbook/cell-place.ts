import { notAWorkbook } from './zip-entries.ts';

/** Sheets have no more rows than these (ECMA-376, part 1, 18.3.1.73). */
const MOST_ROWS = 1_048_576;

/**
 * The number of a row as a sheet writes it.
 *
 * @throws AppError 422 `not-a-workbook` where no sheet has such a row
 */
export function rowNumber(written: string): number {
  const number = /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (number < 1 || number > MOST_ROWS) throw notAWorkbook();
  return number;
}

/**
 * The place of a column by a cell's name, in capitals or not.
 *
 * @example columnOf('AA7') // 26
 * @throws AppError 422 `not-a-workbook` where it is no name of a cell
 */
export function columnOf(name: string): number {
  const letters = /^([A-Z]{1,3})[1-9]\d{0,6}$/i.exec(name)?.[1];
  if (letters === undefined) throw notAWorkbook();
  let place = 0;
  for (const letter of letters.toUpperCase()) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}
