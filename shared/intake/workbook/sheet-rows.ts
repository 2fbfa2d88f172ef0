import type { Cell } from '../rows/read-cell.ts';
import type { SharedStrings } from './shared-strings.ts';
import { xmlEvents } from './xml-events.ts';
import { notAWorkbook } from './zip-entries.ts';

/** A row of a sheet that has something in it, under the number that the spreadsheet shows. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** No sheet has more columns; ours have far fewer. */
const MOST_COLUMNS = 16_384;

type Workbook = {
  readonly strings: SharedStrings;
  /** Whether its dates are counted from 1904, as old Macintosh ones are. */
  readonly from1904: boolean;
  /** Whether numbers of a style are dates. */
  readonly isDateStyle: (style: number) => boolean;
};

/**
 * Reads the rows of a sheet as they come. A formula is what it was last computed to; a date is its serial number, or,
 * where 1904 is meant, what that would be from 1900 on.
 *
 * @throws AppError 422 `not-a-workbook`
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

  const events = xmlEvents(source, {
    open: (name, attributes) => {
      if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        if (column >= MOST_COLUMNS) throw notAWorkbook();
        [type, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
      } else isValue = name === 'v' || name === 't';
    },
    text: (part) => {
      if (isValue) text += part;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c') {
        const cell = valueOf(type, text, style, workbook);
        if (cell === undefined) return;
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

/** The place of a column by the letters of a cell's name: `AA7` is in 26. */
function columnOf(name: string): number {
  let place = 0;
  for (const letter of name) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    place = place * 26 + value;
  }
  return place - 1;
}

const DAYS_TO_1904 = 1_462;

function valueOf(type: string, text: string, style: number, workbook: Workbook): Cell {
  if (text === '') return undefined;
  switch (type) {
    case 's':
      return workbook.strings.at(Number(text)) || undefined;
    case 'b':
      return text === '1';
    case 'n': {
      const value = Number(text);
      return workbook.from1904 && workbook.isDateStyle(style) ? value + DAYS_TO_1904 : value;
    }
    default:
      // Inline texts, texts of formulas, ISO dates; and errors, which no column takes: #N/A.
      return text;
  }
}
