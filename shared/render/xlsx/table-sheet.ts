import { MARKERS } from '../../report/about-section.ts';
import type { Cell, Table } from '../../report/blocks.ts';
import { formatMarks } from '../format.ts';
import type { NoteNumbers } from './note-numbers.ts';
import { POUNDS } from './number-formats.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/**
 * A table of the report as a sheet. The labels of its groups become a first column. Marks, which in print stand behind
 * their value, have a column of their own behind the value's, so that every value stays a number.
 */
export function tableSheet(name: string, table: Table, numberOf: NoteNumbers): Sheet {
  const all = table.groups.flatMap(({ rows: own }) => own);
  const marked = table.columns.map((_, c) => all.some((row) => marksOf(row[c]) !== ''));
  const markedOnce = marked.filter(Boolean).length === 1;
  const columns = [
    ...(table.groupTitle === undefined ? [] : [{ title: table.groupTitle }]),
    ...table.columns.flatMap((column, c) =>
      marked[c] ? [column, { title: markedOnce ? 'Marks' : `Marks: ${column.title}` }] : [column],
    ),
  ];
  const rows = table.groups.flatMap((group) =>
    group.rows.map((row) => [
      ...(table.groupTitle === undefined ? [] : [{ value: group.label ?? '' }]),
      ...row.flatMap((cell, c) =>
        marked[c] ? [sheetCell(cell), { value: marksOf(cell) || null }] : [sheetCell(cell)],
      ),
    ]),
  );
  return {
    name,
    title: table.title,
    notes: table.notes.map(numberOf).sort((a, b) => a - b),
    lines: [
      'This worksheet contains one table.',
      'Notes are explained in the worksheet Notes.',
      ...shorthandLines(rows),
      ...blankLines(rows),
    ],
    table: { name: `${name}_table`, columns, rows },
  };
}

const marksOf = (cell: Cell | undefined): string =>
  cell && 'marks' in cell ? formatMarks(cell.marks).trim() : '';

function sheetCell(cell: Cell): SheetCell {
  switch (cell.kind) {
    case 'text':
      return { value: cell.text === '' ? null : cell.text };
    case 'shorthand':
      return { value: cell.code };
    case 'percent':
      return { value: cell.value, format: '0.0%' };
    case 'count':
      return { value: cell.value, format: '#,##0' };
    case 'days':
      return { value: cell.value, format: daysFormat(cell.value) };
    case 'points':
      return { value: cell.value, format: '0.0' };
    case 'rate':
      return { value: cell.value, format: '0.00' };
    case 'p':
      return { value: cell.value, format: '0.000' };
    case 'pence':
      return { value: cell.value / 100, format: POUNDS };
  }
}

const daysFormat = (days: number): string => {
  if (days === 1) return '0" day"';
  return Number.isInteger(days) ? '#,##0" days"' : '#,##0.0" days"';
};

/** What the shorthand on a sheet stands for, as far as it is used there. */
export function shorthandLines(rows: readonly SheetCell[][]): string[] {
  const used = new Set<string>();
  for (const row of rows)
    for (const { value } of row)
      if (typeof value === 'string' && value.includes('['))
        for (const [term] of value.matchAll(/\[[a-z]\]/g)) used.add(term);
  const explained = MARKERS.filter(({ term }) => used.has(term));
  return explained.map(({ term, text }) => `Shorthand: ${term} ${text}`);
}

/** Why cells are blank, on a sheet that has blank ones. */
const blankLines = (rows: readonly SheetCell[][]): string[] =>
  rows.some((row) => row.some(({ value }) => value === null))
    ? ['A blank cell means that such a number or text does not belong to the figure of that row.']
    : [];
