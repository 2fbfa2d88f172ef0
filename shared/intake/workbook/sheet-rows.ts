import { AppError } from '../../platform/errors.ts';
import { type Cell, NOT_COMPUTED } from '../rows/read-cell.ts';
import { dateOfSerial } from '../rows/read-date.ts';
import { columnOf, rowNumber } from './cell-place.ts';
import { withPart } from './cell-text.ts';
import type { NumberStyle } from './number-styles.ts';
import type { SharedStrings } from './shared-strings.ts';
import { xmlEvents } from './xml-events.ts';
import { notAWorkbook } from './zip-entries.ts';

/** A row of a sheet that has something in it, under the number that the spreadsheet shows. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** Sheets may have 16,384; ours have fewer than a hundred. All up to the last with a value are kept, of every row. */
const MOST_COLUMNS = 1_000;

type Workbook = {
  readonly strings: SharedStrings;
  /** Whether its dates are counted from 1904, as old Macintosh ones are. */
  readonly from1904: boolean;
  /** What numbers of a style are shown as. */
  readonly styleOf: (style: number) => NumberStyle;
};

/**
 * Reads the rows of a sheet as they come. A formula is what it was last computed to, or `NOT_COMPUTED`; a number that is shown as a date is
 * that date as text, day first, so that no column takes it for a number or a code; one that is shown with zeros before it
 * has them.
 *
 * @throws AppError 422 `not-a-workbook`, `too-many-columns`
 */
export async function* sheetRows(
  source: AsyncIterable<Buffer>,
  workbook: Workbook,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let column = -1;
  let [type, style, text] = ['', 0, ''];
  let isValue = false;
  let [isFormula, hasValue] = [false, false];

  const events = xmlEvents(source, {
    open: (name, attributes) => {
      if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : rowNumber(attributes['r']);
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        [type, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
        [isFormula, hasValue] = [false, false];
      } else {
        isValue = name === 'v' || name === 't';
        isFormula ||= name === 'f';
        hasValue ||= isValue;
      }
    },
    text: (part) => {
      if (isValue) text = withPart(text, part);
    },
    close: (name) => {
      isValue = false;
      if (name === 'c') {
        // A formula that came to an empty text has that as its value, and is a blank cell.
        const isOpen = isFormula && text === '' && !(hasValue && type === 'str');
        const cell = isOpen ? NOT_COMPUTED : valueOf(type, text, style, workbook);
        if (cell === undefined) return;
        if (column >= MOST_COLUMNS) throw tooManyColumns();
        // The same place twice: which of the two was meant, nobody can say.
        if (cells[column] !== undefined) throw notAWorkbook();
        while (cells.length < column) cells.push(undefined);
        cells[column] = cell;
      } else if (name === 'row' && cells.length > 0) ready.push({ number, cells });
    },
  });
  try {
    while ((await events.next()).done !== true) {
      const rows = ready;
      ready = [];
      yield* rows;
    }
  } finally {
    await events.return(undefined);
  }
}

function tooManyColumns(): AppError {
  const detail =
    'A sheet has a value beyond its thousandth column; nothing was read. Delete what stands beside the records.';
  return new AppError(422, 'too-many-columns', detail);
}

/** A date as `04/11/2026`, with its time of day where it has one. */
function asShown(serial: number): Cell {
  const { date, time } = dateOfSerial(serial) ?? {};
  if (date === undefined) return serial;
  const [year, month, day] = date.split('-');
  return [[day, month, year].join('/'), time].filter((part) => part !== undefined).join(' ');
}

function truthOf(text: string): boolean {
  if (!/^(?:[01]|true|false)$/.test(text)) throw notAWorkbook();
  return text === '1' || text === 'true';
}

const DAYS_TO_1904 = 1_462;

function valueOf(type: string, text: string, style: number, workbook: Workbook): Cell {
  if (text === '') return undefined;
  switch (type) {
    case 's':
      return workbook.strings.at(Number(text)) || undefined;
    case 'b':
      return truthOf(text);
    case 'n': {
      const value = Number(text);
      if (!Number.isFinite(value)) throw notAWorkbook();
      const { isDate, figures } = workbook.styleOf(style);
      if (isDate) return asShown(workbook.from1904 ? value + DAYS_TO_1904 : value);
      const isFilledUp = figures > 0 && Number.isInteger(value) && value >= 0;
      return isFilledUp ? String(value).padStart(figures, '0') : value;
    }
    default:
      // Inline texts, texts of formulas, ISO dates; and errors, which no column takes: #N/A.
      return text;
  }
}
