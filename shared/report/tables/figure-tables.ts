import type { Figure } from '../../outcomes/document.ts';
import { absencesOf, nothingInWords } from '../absence.ts';
import type { Block, Cell, RowGroup, Table } from '../blocks.ts';
import { cellText, text } from '../cells.ts';
import type { MeasureWords } from '../measure-words.ts';
import type { NoteId } from '../notes.ts';
import type { Disclosure } from '../wording/counted.ts';
import { byDay } from './by-day.ts';
import { incidenceColumns, incidenceRows } from './incidence-table.ts';
import { numberSentence } from './number-sentence.ts';
import { numberCell, scalarCells, scalarColumns, shareCells, shareColumns } from './scalar-table.ts';
import { survivalColumns, survivalRows } from './survival-table.ts';
import { tableName } from './table-name.ts';

/** A figure with its label among several, and the context that its outcomes are labelled in. */
export type NamedFigure = { label: string; context: string; figure: Figure };

/** What a table is about: its measure, the part of it, its title. */
export type TableHead = { words: MeasureWords; part: string; title: string; notes: NoteId[] };

/** The survivals among the figures, one below the other; a single one has no label. */
export function survivalTable(head: TableHead, figures: readonly NamedFigure[]): Block[] {
  const own = figures.filter(({ figure }) => figure.kind === 'survival');
  const curves = own.flatMap(({ label, figure }): RowGroup[] =>
    figure.kind === 'survival' ? [{ ...(own.length > 1 ? { label } : {}), rows: survivalRows(figure) }] : [],
  );
  return shown(head, own, {
    columns: survivalColumns,
    ...(curves.length > 1 ? { groupTitle: 'Rule', printed: byDay('Rule', curvesOf(own)) } : {}),
    groups: curves,
    notes: ['journey', 'interval', 'no-interval', 'at-risk', ...head.notes],
  });
}

const curvesOf = (figures: readonly NamedFigure[]) =>
  figures.flatMap(({ label, figure }) =>
    figure.kind === 'survival' ? [{ label, points: figure.points }] : [],
  );

/** The outcomes of one incidence by day. */
export const incidenceTable = (head: TableHead, { context, figure, label }: NamedFigure): Block[] =>
  figure.kind === 'incidence'
    ? shown(head, [{ context, figure, label }], {
        columns: incidenceColumns,
        groups: [{ rows: incidenceRows(figure, context) }],
        notes: ['interval', 'no-interval', 'adding-up', ...head.notes],
      })
    : [];

/** The proportions among the figures, one a row. */
export const shareTable = (head: TableHead, figures: readonly NamedFigure[]): Block[] =>
  scalars(head, figures, { columns: [{ title: 'Share' }, ...shareColumns], notes: ['interval'] }, (figure) =>
    figure.kind === 'proportion' ? shareCells(figure) : undefined,
  );

/** The means among the figures, or the rates, one a row. */
export const meanTable = (
  head: TableHead,
  kind: 'mean' | 'rate',
  figures: readonly NamedFigure[],
): Block[] => {
  const titles = { mean: 'Mean', rate: 'Rate a person-week' };
  const columns = [{ title: titles[kind] }, ...scalarColumns[kind]];
  return scalars(head, figures, { columns, notes: ['interval'] }, (figure) =>
    figure.kind === kind ? scalarCells(figure) : undefined,
  );
};

/** The counts and medians among the figures, one a row; one alone, or nothing but zeros, is a sentence. */
export function numberTable(
  head: TableHead,
  disclosure: Disclosure,
  figures: readonly NamedFigure[],
): Block[] {
  const cellOf = (figure: Figure) =>
    figure.kind === 'count' || figure.kind === 'median' ? [numberCell(figure)] : undefined;
  const numbers = figures.flatMap(({ label, figure }) =>
    (cellOf(figure) ?? []).map((cell) => ({ label, cell })),
  );
  const values = numbers.flatMap(({ cell }) => (cell.kind === 'shorthand' ? [] : [cellText(cell)]));
  const [only, ...more] = numbers;
  if (only && more.length === 0 && values.length === 1)
    return [{ kind: 'paragraph', text: numberSentence(only.label, only.cell, disclosure) }];
  const withheld = numbers.some(({ cell }) => cell.kind === 'shorthand' && cell.code === '[c]');
  if (values.length > 0 && !withheld && values.every((value) => value === '0'))
    return [{ kind: 'note', text: `${head.title}: all are zero.` }];
  const columns = [{ title: 'What is counted' }, { title: 'Number', numeric: true }];
  return scalars(head, figures, { columns, notes: ['own-services'] }, cellOf);
}

function scalars(
  head: TableHead,
  figures: readonly NamedFigure[],
  { columns, notes }: Pick<Table, 'columns' | 'notes'>,
  cellsOf: (figure: Figure) => Cell[] | undefined,
): Block[] {
  const own = figures.filter(({ figure }) => cellsOf(figure));
  const rows = own.map(({ label, figure }) => [text(label), ...(cellsOf(figure) ?? [])]);
  return shown(head, own, { columns, groups: [{ rows }], notes: [...notes, ...head.notes] });
}

/** The table, one sentence where no figure in it can be shown, or nothing where there is none. */
function shown(
  { words, part, title }: TableHead,
  figures: readonly NamedFigure[],
  table: Pick<Table, 'columns' | 'groupTitle' | 'groups' | 'printed' | 'notes'>,
): Block[] {
  if (figures.length === 0) return [];
  const absences = figures.map(({ figure }) => absencesOf(figure));
  if (absences.every(({ length }) => length > 0))
    return [{ kind: 'note', text: nothingInWords(title, absences.flat()) }];
  return [{ kind: 'table', id: tableName(words, part), title, ...table }];
}
