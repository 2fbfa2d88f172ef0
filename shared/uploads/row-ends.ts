import { AppError } from '../platform/errors.ts';
import { malformed, type Delimiter } from '../intake/rows/csv-cells.ts';
import type { RowEnds } from './cut-rows.ts';

const [QUOTE, NEW_LINE, RETURN] = [0x22, 0x0a, 0x0d];

const LONGEST_ROW = 256 * 1024;

/** Where a cell is: at its beginning, in it unquoted, in it quoted, or after a quotation mark in a quoted one. */
type Within = 'beginning' | 'plain' | 'quoted' | 'quote';

/**
 * Finds where the rows of a CSV end, as `csvCells` does when it takes them apart, and notices what that would refuse: so
 * that a file with a row that cannot be read is refused before any row of it is.
 *
 * @param firstRow the number of the first row that is looked at
 * @throws AppError 422 `malformed-csv`
 */
export function csvRowEnds(delimiter: Delimiter, firstRow: number): RowEnds & { readonly end: () => void } {
  const mark = delimiter.charCodeAt(0);
  let within: Within = 'beginning';
  let isReturn = false;
  let row = firstRow;
  let length = 0;
  const look = (bytes: Uint8Array, onEnd: (place: number) => void) => {
    let begun = 0;
    const ends = (place: number) => {
      [within, isReturn, length, begun] = ['beginning', false, 0, place];
      row += 1;
      onEnd(place);
    };
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (isReturn) {
        ends(byte === NEW_LINE ? i + 1 : i);
        if (byte === NEW_LINE) continue;
      }
      if (within === 'quoted') {
        if (byte === QUOTE) within = 'quote';
      } else if (byte === QUOTE) {
        if (within === 'plain') throw malformed(row);
        within = 'quoted';
      } else if (byte === mark) within = 'beginning';
      else if (byte === NEW_LINE) ends(i + 1);
      else if (byte === RETURN) isReturn = true;
      else if (within === 'quote') throw malformed(row);
      else within = 'plain';
      if (length + i - begun > LONGEST_ROW) throw malformed(row);
    }
    length += bytes.length - begun;
  };
  const end = () => {
    if (within === 'quoted') throw malformed(row);
  };
  return Object.assign(look, { end });
}

/**
 * Finds where lines end.
 *
 * @throws AppError 422 `line-too-long`
 */
export function lineEnds(): RowEnds {
  let line = 1;
  let length = 0;
  return (bytes, onEnd) => {
    let begun = 0;
    for (;;) {
      const at = bytes.indexOf(NEW_LINE, begun);
      const end = at === -1 ? bytes.length : at + 1;
      length += end - begun;
      if (length > LONGEST_LINE) throw lineTooLong(line);
      if (at === -1) return;
      onEnd(end);
      [begun, length, line] = [end, 0, line + 1];
    }
  };
}

/** More than any record may be; of shorter ones that are too long it is told row by row. */
const LONGEST_LINE = 1024 * 1024;

function lineTooLong(line: number): AppError {
  const detail = `Line ${line} is longer than any record; nothing was read. Send one record a line.`;
  return new AppError(422, 'line-too-long', detail);
}
