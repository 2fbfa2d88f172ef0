import type { Figure } from '../../outcomes/document.ts';
import type { RowGroup, Table } from '../blocks.ts';
import { text } from '../cells.ts';
import type { NoteId } from '../notes.ts';
import { incidenceColumns, incidenceRows } from './incidence-table.ts';
import { scalarCells, scalarColumns } from './scalar-table.ts';
import { survivalColumns, survivalRows } from './survival-table.ts';

/** A figure with its key and label among several, and the context that its outcomes are labelled in. */
type NamedFigure = { among?: { key: string; label: string }; context: string; figure: Figure };

/** What the tables are about: they are named after measure and part. */
type TableHead = { measure: string; part: string; title: string; groupTitle: string; notes: NoteId[] };

/** Figures as tables: one for the survivals among them, one for each incidence, one for all single numbers. */
export function figureTables(head: TableHead, figures: readonly NamedFigure[]): Table[] {
  const curves: RowGroup[] = [];
  const scalars: RowGroup['rows'] = [];
  const tables: Table[] = [];
  for (const { among, context, figure } of figures) {
    if (figure.kind === 'survival')
      curves.push({ ...(among ? { label: among.label } : {}), rows: survivalRows(figure) });
    else if (figure.kind === 'incidence') {
      tables.push({
        ...base(head),
        ...(among
          ? { id: sheetWord(`${head.measure}_${among.key}`), title: underLabel(head.title, among.label) }
          : {}),
        columns: incidenceColumns,
        groups: [{ rows: incidenceRows(figure, context) }],
        notes: ['interval', 'adding-up', ...head.notes],
      });
    } else scalars.push([text(among?.label ?? 'All'), ...scalarCells(figure)]);
  }
  if (curves.length)
    tables.unshift({
      ...base(head),
      columns: survivalColumns,
      ...(curves.some(({ label }) => label) ? { groupTitle: head.groupTitle } : {}),
      groups: curves,
      notes: ['interval', 'at-risk', ...head.notes],
    });
  if (scalars.length)
    tables.push({
      ...base(head),
      ...(tables.length ? { id: sheetWord(`${head.measure}_${head.part}_numbers`) } : {}),
      columns: [{ title: head.groupTitle }, ...scalarColumns],
      groups: [{ rows: scalars }],
      notes: ['interval', ...head.notes],
    });
  return tables;
}

const base = ({ measure, part, title }: TableHead) =>
  ({ kind: 'table', id: sheetWord(`${measure}_${part}`), title }) as const;

const underLabel = (title: string, label: string): string =>
  `${title}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** A key as part of a table's name. */
export const sheetWord = (key: string): string => key.replace(/[^A-Za-z0-9]+/g, '_');
