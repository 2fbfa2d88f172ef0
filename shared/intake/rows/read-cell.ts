import type { CellKind } from './columns.ts';
import { type ReadCell, readDate } from './read-date.ts';
import { readInstant } from './read-instant.ts';

/** What a cell holds as its file has it: text of a CSV; text, number or truth of a workbook. Empty ones have nothing. */
export type Cell = string | number | boolean | undefined;

/** What stands for a formula that was saved without what it comes to. No column takes it. */
export const NOT_COMPUTED = '#formula!';

/**
 * Reads one cell that is not empty as what its column holds. Of a cell that cannot be read the text goes on as it is,
 * for the schema to refuse with the rest of its row.
 */
export function readCell(kind: CellKind, cell: string | number | boolean): ReadCell {
  if (cell === NOT_COMPUTED) return notComputed();
  switch (kind.kind) {
    case 'text':
      return readText(cell);
    case 'date':
      return readDate(cell);
    case 'instant':
      return readInstant(cell);
    case 'yes-no':
      return readYesNo(cell);
    case 'number':
      return readNumber(cell, kind.whole);
    case 'choice':
      return { value: readChoice(kind.allowed, String(cell)) };
    case 'list':
      return kind.of.kind === 'text' && typeof cell === 'number' && !isExact(cell)
        ? readText(cell)
        : { value: readList(kind.of, String(cell)) };
  }
}

function notComputed(): ReadCell {
  const message =
    'this formula was saved without its value; open the workbook in a spreadsheet and save it again, or type the value';
  return { why: { code: 'not-computed', message } };
}

/**
 * A code that a spreadsheet took for a date, as `1-2` for the first of February, or for a number that it does not keep
 * whole, is not the code any more.
 */
function readText(cell: string | number | boolean): ReadCell {
  if (typeof cell === 'number' && !isExact(cell)) {
    const message = 'the spreadsheet took this for a number; format the column as text and type it again';
    return { why: { code: 'read-as-number', message } };
  }
  const text = String(cell);
  if (!/^\d\d\/\d\d\/\d{4}/.test(text)) return { value: text };
  const message = 'the spreadsheet took this for a date; format the column as text and type it again';
  return { why: { code: 'read-as-date', message } };
}

/** Spreadsheets keep fifteen figures of a number and make zeros of further ones; of 1.10 they make 1.1. */
const isExact = (number: number) => Number.isInteger(number) && Math.abs(number) < 1e15;

const YES: readonly string[] = ['yes', 'y', 'true', '1'];
const NO: readonly string[] = ['no', 'n', 'false', '0'];

function readYesNo(cell: string | number | boolean): ReadCell {
  const text = String(cell).toLowerCase();
  if (YES.includes(text)) return { value: true };
  if (NO.includes(text)) return { value: false };
  return { why: { code: 'wrong-type', message: 'send yes or no' } };
}

function readNumber(cell: string | number | boolean, whole: boolean): ReadCell {
  if (typeof cell === 'number') return { value: cell };
  if (typeof cell === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(cell)) return { value: Number(cell) };
  return { why: { code: 'wrong-type', message: `send a ${whole ? 'whole number' : 'number'}, in figures` } };
}

/** The allowed value that is meant, whatever its capitals and what stands between its words; else what was sent. */
function readChoice(allowed: readonly string[], text: string): string {
  if (allowed.includes(text)) return text;
  const plain = text.toLowerCase();
  const words = plain.split(/[\s,()]+/).filter((word) => word !== '');
  return allowed.find((value) => value === plain || value === words.join(' ')) ?? text;
}

/** No code, reference or allowed value holds any of these, so whichever somebody types can only part two of them. */
const PARTS = /[;,|\n]/;

function readList(of: CellKind, text: string): unknown[] {
  return text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readCell(of, part).value ?? part);
}
