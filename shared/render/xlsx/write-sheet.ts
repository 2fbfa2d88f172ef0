import type { CellValue, Style, Workbook, Worksheet } from 'exceljs';
import { formatPounds } from '../format.ts';
import { DATE, POUNDS } from './number-formats.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

const LINE = 16;
const A4 = 9;
const FONT = { name: 'Arial', size: 12 } as const;
const WRAP = { vertical: 'top', wrapText: true } as const;

/** Shared objects: exceljs looks a style up by identity, so a style of its own for each cell costs ten times more. */
const STYLES = {
  title: { font: { ...FONT, size: 16, bold: true } },
  line: { font: FONT },
  wrappedLine: { font: FONT, alignment: WRAP },
  head: {
    font: { ...FONT, bold: true },
    alignment: { vertical: 'bottom', wrapText: true },
    border: { bottom: { style: 'medium' } },
  },
  headAside: {
    font: { ...FONT, bold: true },
    alignment: { horizontal: 'left', vertical: 'bottom', wrapText: true, indent: 1 },
    border: { bottom: { style: 'medium' } },
  },
  numericHead: {
    font: { ...FONT, bold: true },
    alignment: { horizontal: 'right', vertical: 'bottom', wrapText: true },
    border: { bottom: { style: 'medium' } },
  },
  text: { font: FONT, alignment: WRAP },
  textAside: { font: FONT, alignment: { ...WRAP, horizontal: 'left', indent: 1 } },
  numeric: { font: FONT, alignment: { horizontal: 'right', vertical: 'top' } },
  blank: {},
  link: { font: { ...FONT, underline: true, color: { argb: 'FF0A4A73' } }, alignment: WRAP },
} satisfies Record<string, Partial<Style>>;

/** What sets a row that sums up others off from them. */
const STRONG = { font: { ...FONT, bold: true }, border: { top: { style: 'thin' } } } satisfies Partial<Style>;

/** Adds one sheet to a workbook: title in A1, lines below, the table last. */
export function writeSheet(workbook: Workbook, sheet: Sheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    properties: { defaultRowHeight: LINE },
    views: [{ state: 'normal', activeCell: 'A1' }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(worksheet.pageSetup, { paperSize: A4 });
  const notes = (sheet.notes ?? []).map((note) => ` [note ${note}]`).join('');
  put(worksheet, 1, sheet.title + notes, STYLES.title);
  const line = sheet.table ? STYLES.line : STYLES.wrappedLine;
  sheet.lines.forEach((text, i) => put(worksheet, i + 2, text, line));
  if (sheet.table) writeTable(worksheet, sheet.lines.length + 2, sheet.table);
  else {
    worksheet.getColumn(1).width = COVER;
    sheet.lines.forEach((text, i) => fit(worksheet, i + 2, [linesOf(text, COVER)]));
  }
}

function put(worksheet: Worksheet, row: number, text: string, style: Partial<Style>): void {
  const cell = worksheet.getCell(row, 1);
  cell.value = text;
  cell.style = style;
}

function writeTable(
  worksheet: Worksheet,
  top: number,
  { name, columns, rows }: NonNullable<Sheet['table']>,
): void {
  worksheet.addTable({
    name,
    ref: `A${top}`,
    headerRow: true,
    totalsRow: false,
    style: { showRowStripes: false },
    columns: columns.map(({ title }) => ({ name: title, filterButton: false })),
    rows: rows.map((row) => row.map(valueOf)),
  });
  const widths = columns.map((column, c) => widthOf(column, rows, c));
  columns.forEach((column, c) => {
    worksheet.getColumn(c + 1).width = widths[c] ?? NARROWEST;
    worksheet.getCell(top, c + 1).style = headOf(column, c);
    rows.forEach((row, r) => {
      const cell = row[c];
      const style = cell && cell.value !== null ? styleOf(column, cell, c) : STYLES.blank;
      worksheet.getCell(top + 1 + r, c + 1).style = style;
    });
  });
  fit(
    worksheet,
    top,
    columns.map(({ title }, c) => headLines(title, widths[c] ?? NARROWEST)),
  );
  rows.forEach((row, r) =>
    fit(
      worksheet,
      top + 1 + r,
      row.map(({ value }, c) => linesOf(value, widths[c] ?? NARROWEST)),
    ),
  );
}

/** A row as high as its longest text: not every reader works that out from wrapped text. */
function fit(worksheet: Worksheet, row: number, lines: readonly number[]): void {
  const most = Math.max(1, ...lines);
  if (most > 1) worksheet.getRow(row).height = most * LINE;
}

/** How many lines a text takes, with some to spare: words do not fill a line. */
const linesOf = (text: string | number | null, width: number): number =>
  typeof text === 'string' && text.length > width ? Math.ceil((text.length * 1.15) / width) : 1;

function valueOf({ value, link, formula }: SheetCell): CellValue {
  if (value === null) return value;
  if (formula !== undefined) return { formula, result: value };
  if (link === undefined) return value;
  return { text: value.toString(), hyperlink: `#'${link}'!A1`, tooltip: `Go to the worksheet ${link}` };
}

function headOf({ numeric }: SheetColumn, at: number): Partial<Style> {
  if (numeric) return STYLES.numericHead;
  return at === 0 ? STYLES.head : STYLES.headAside;
}

function styleOf(column: SheetColumn, cell: SheetCell, at: number): Partial<Style> {
  const plain = plainStyleOf(column, cell, at);
  if (!cell.strong) return plain;
  const known = strongs.get(plain) ?? { ...plain, ...STRONG };
  strongs.set(plain, known);
  return known;
}

function plainStyleOf({ numeric }: SheetColumn, { format, link }: SheetCell, at: number): Partial<Style> {
  if (link !== undefined) return STYLES.link;
  if (format === undefined) {
    if (numeric) return STYLES.numeric;
    return at === 0 ? STYLES.text : STYLES.textAside;
  }
  const known = formats.get(format) ?? { ...STYLES.numeric, numFmt: format };
  formats.set(format, known);
  return known;
}

/** Styles by the format that they show numbers in, and those of sums by what they would be otherwise. */
const formats = new Map<string, Partial<Style>>();
const strongs = new Map<Partial<Style>, Partial<Style>>();

const COVER = 100;
const NARROWEST = 12;
const WIDEST = 60;
/** A title of so many characters is not wrapped. */
const ONE_LINE = 'Price of the block'.length;

/** How many lines a title takes: bold letters are wider than the column counts, and no word is broken. */
function headLines(title: string, width: number): number {
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

const BOLD = 1.2;

/** About how many characters a value is shown as. */
function shownLength(value: SheetCell['value'], format: string | undefined): number {
  if (typeof value !== 'number' || format === undefined) return value?.toString().length ?? 0;
  if (format === POUNDS) return formatPounds(Math.round(value * 100)).length + 1;
  return format === DATE ? LONGEST_DATE : NARROWEST - 2;
}

const LONGEST_DATE = '30 September 2026'.length;

/** Wide enough for its longest word or number, and for a short title on one line; long texts wrap. */
function widthOf(
  { title, numeric, widest = WIDEST }: SheetColumn,
  rows: readonly SheetCell[][],
  column: number,
): number {
  const longest = rows.reduce((most, row) => {
    const { value, format } = row[column] ?? { value: null };
    return Math.max(most, shownLength(value, format));
  }, 0);
  const wraps = (numeric === true || widest < WIDEST) && title.length > ONE_LINE;
  const head = wraps ? Math.max(...title.split(' ').map(({ length }) => length)) : title.length;
  return Math.min(widest, Math.max(NARROWEST, longest + 4, head + 4));
}
