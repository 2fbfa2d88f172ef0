import ExcelJS from 'exceljs';
import * as z from 'zod';
import { type RecordTypeName, typeNamed } from '../../records/registry.ts';
import { type CellKind, type Column, columnsOf } from '../rows/columns.ts';
import { columnLetter } from '../rows/read-row.ts';
import { columnInWords } from './column-in-words.ts';
import { LISTS, NOTES } from './template-sheets.ts';

/** So many rows have drop-downs and formats; more may be filled in, and are read. */
const ROWS = 2_000;

/** Of a list of things a template has so many; a sheet may have more. */
const GROUPS = 3;

/**
 * Writes a workbook to be filled in: a sheet for each kind of record, with its columns in the first row, drop-downs where
 * only some values are allowed, and ids as text, so that zeros in front stay; and a sheet of notes that says what each
 * column holds. Everything is found from the schemas.
 */
export async function writeTemplate(types: readonly RecordTypeName[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const lists = new Map<string, readonly string[]>();
  for (const type of types) addSheet(book, type, lists);
  addNotes(book, types);
  addLists(book, lists);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The columns of a template: all but those of further things in a list. */
function columnsIn(type: RecordTypeName): readonly Column[] {
  return columnsOf(type).filter(({ place }) => place.in !== 'group' || place.number <= GROUPS);
}

function addSheet(book: ExcelJS.Workbook, type: RecordTypeName, lists: Map<string, readonly string[]>): void {
  const sheet = book.addWorksheet(typeNamed(type)?.collection ?? type, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  columnsIn(type).forEach((column, index) => {
    const { name, cell, required } = column;
    const letter = columnLetter(index);
    sheet.getColumn(index + 1).width = Math.max(14, name.length + 3);
    sheet.getColumn(index + 1).numFmt = formatOf(cell);
    const head = sheet.getCell(1, index + 1);
    head.value = name;
    head.numFmt = '@';
    head.font = { bold: required };
    const choices = choicesIn(cell);
    if (choices.length === 0) return;
    rangesSchema.parse(sheet).dataValidations.add(`${letter}2:${letter}${ROWS + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [listRange(lists, choices)],
      showErrorMessage: true,
      errorTitle: name,
      error: 'Choose one of the values in the list.',
    });
  });
}

/** What a whole range may hold, which ExcelJS has and does not declare. */
const rangesSchema = z.object({
  dataValidations: z.custom<{ readonly add: (range: string, rule: ExcelJS.DataValidation) => void }>(),
});

function formatOf(cell: CellKind): string {
  switch (cell.kind) {
    case 'date':
      return 'dd/mm/yyyy';
    case 'instant':
      return 'dd/mm/yyyy hh:mm';
    case 'number':
      return 'General';
    default:
      return '@';
  }
}

function choicesIn(cell: CellKind): readonly string[] {
  if (cell.kind === 'choice') return cell.allowed;
  return cell.kind === 'yes-no' ? ['yes', 'no'] : [];
}

/** Where a list of values stands; the same list is there once. A drop-down's own list may have 255 letters only. */
function listRange(lists: Map<string, readonly string[]>, choices: readonly string[]): string {
  const name = choices.join();
  lists.set(name, choices);
  const letter = columnLetter([...lists.keys()].indexOf(name));
  return `${LISTS}!$${letter}$1:$${letter}$${choices.length}`;
}

function addLists(book: ExcelJS.Workbook, lists: ReadonlyMap<string, readonly string[]>): void {
  const sheet = book.addWorksheet(LISTS, { state: 'hidden' });
  [...lists.values()].forEach((choices, column) =>
    choices.forEach((choice, row) => (sheet.getCell(row + 1, column + 1).value = choice)),
  );
}

function addNotes(book: ExcelJS.Workbook, types: readonly RecordTypeName[]): void {
  const sheet = book.addWorksheet(NOTES);
  sheet.addRow(['Sheet', 'Column', 'Needed', 'What to fill in']).font = { bold: true };
  for (const type of types)
    for (const column of columnsIn(type))
      sheet.addRow([
        typeNamed(type)?.collection ?? type,
        column.name,
        column.required ? 'yes' : 'no',
        columnInWords(column),
      ]);
  [14, 34, 8, 110].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
}
