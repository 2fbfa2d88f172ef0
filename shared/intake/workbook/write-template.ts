import { type RecordTypeName, typeNamed } from '../../records/registry.ts';
import { columnLetter } from '../../xlsx/column-letter.ts';
import { NORMAL, type Style } from '../../xlsx/style.ts';
import type { Choice, Row, Worksheet } from '../../xlsx/worksheet.ts';
import { writeXlsx } from '../../xlsx/write-xlsx.ts';
import { type CellKind, type Column, columnsOf } from '../rows/columns.ts';
import { columnInWords } from './column-in-words.ts';
import { LISTS, NOTES } from './template-sheets.ts';

/** So many rows have drop-downs and formats; more may be filled in, and are read. */
const ROWS = 2_000;

/** Of a list of things a template has so many; a sheet may have more. */
const GROUPS = 3;

const PROPERTIES = { title: 'Records to send', subject: 'A workbook to fill in', creator: 'Template' };
const BOLD: Style = { font: { ...NORMAL, bold: true } };

/**
 * Writes a workbook to be filled in: a sheet for each kind of record, with its columns in the first row, drop-downs where
 * only some values are allowed, and ids as text, so that zeros in front stay; and a sheet of notes that says what each
 * column holds. Everything is found from the schemas; the same kinds give the same bytes.
 */
export function writeTemplate(types: readonly RecordTypeName[]): Uint8Array {
  const lists = new Map<string, readonly string[]>();
  const sheets = types.map((type) => sheetOf(type, lists));
  return writeXlsx(PROPERTIES, [...sheets, notesOf(types), sheetOfLists(lists)]);
}

/** The columns of a template: all but those of further things in a list. */
function columnsIn(type: RecordTypeName): readonly Column[] {
  return columnsOf(type).filter(({ place }) => place.in !== 'group' || place.number <= GROUPS);
}

const nameOf = (type: RecordTypeName): string => typeNamed(type)?.collection ?? type;

/** @param lists what drop-downs offer; those of this sheet are added */
function sheetOf(type: RecordTypeName, lists: Map<string, readonly string[]>): Worksheet {
  const columns = columnsIn(type);
  return {
    name: nameOf(type),
    frozenRows: 1,
    columns: columns.map(({ name, cell }) => ({
      width: Math.max(14, name.length + 3),
      style: STYLES[formatOf(cell)],
    })),
    rows: [
      {
        cells: columns.map(({ name, required }) => ({ value: name, style: required ? NEEDED : STYLES['@'] })),
      },
    ],
    choices: columns.flatMap((column, index) => choicesIn(column, index, lists)),
  };
}

/** One style a format. */
const STYLES = {
  '@': { format: '@' },
  'dd/mm/yyyy': { format: 'dd/mm/yyyy' },
  'dd/mm/yyyy hh:mm': { format: 'dd/mm/yyyy hh:mm' },
  General: { format: 'General' },
} as const satisfies Record<string, Style>;

const NEEDED: Style = { ...BOLD, ...STYLES['@'] };

function formatOf(cell: CellKind): keyof typeof STYLES {
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

function choicesIn({ name, cell }: Column, index: number, lists: Map<string, readonly string[]>): Choice[] {
  const offered = offeredIn(cell);
  if (offered.length === 0) return [];
  const letter = columnLetter(index);
  return [
    {
      range: `${letter}2:${letter}${ROWS + 1}`,
      list: listRange(lists, offered),
      title: name,
      error: 'Choose one of the values in the list.',
    },
  ];
}

function offeredIn(cell: CellKind): readonly string[] {
  if (cell.kind === 'choice') return cell.allowed;
  return cell.kind === 'yes-no' ? ['yes', 'no'] : [];
}

/** Where a list of values stands; the same list is there once. A drop-down's own list may have 255 letters only. */
function listRange(lists: Map<string, readonly string[]>, offered: readonly string[]): string {
  const name = offered.join();
  lists.set(name, offered);
  const letter = columnLetter([...lists.keys()].indexOf(name));
  return `${LISTS}!$${letter}$1:$${letter}$${offered.length}`;
}

/** A column for each list, which drop-downs refer to. */
function sheetOfLists(lists: ReadonlyMap<string, readonly string[]>): Worksheet {
  const columns = [...lists.values()];
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row): Row => ({
    cells: columns.map((offered) => cellOf(offered[row])),
  }));
  return { name: LISTS, hidden: true, rows };
}

const cellOf = (value: string | undefined) => (value === undefined ? undefined : { value });

function notesOf(types: readonly RecordTypeName[]): Worksheet {
  const head = ['Sheet', 'Column', 'Needed', 'What to fill in'];
  const rows = types.flatMap((type) =>
    columnsIn(type).map((column) => [
      nameOf(type),
      column.name,
      column.required ? 'yes' : 'no',
      columnInWords(column),
    ]),
  );
  return {
    name: NOTES,
    columns: [14, 34, 8, 110].map((width) => ({ width })),
    rows: [
      { cells: head.map((value) => ({ value, style: BOLD })) },
      ...rows.map((texts): Row => ({ cells: texts.map((value) => ({ value })) })),
    ],
  };
}
