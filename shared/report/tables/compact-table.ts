import { nothingInWords } from '../absence.ts';
import type { Block, Cell, RowGroup } from '../blocks.ts';
import { text } from '../cells.ts';
import { lowered, raised } from '../first-letter.ts';
import { listInWords } from '../list-in-words.ts';
import type { Measured } from '../measured.ts';
import { type CompactRow, compactRows } from './compact-rows.ts';
import { tableName } from './table-name.ts';

/** Fewer zeros than this have their rows. */
const FEW_ZEROS = 3;

/**
 * The figures beside a further measure's headline in one table, whatever their kinds, with what each rests on. Counts
 * that are zero are named below it; a sentence stands where no figure can be shown, nothing where there is none.
 */
export function compactTable(measured: Measured): Block[] {
  const { words, title } = measured;
  const rows = compactRows(measured);
  if (rows.length === 0) return [];
  const zeros = rows.filter(({ cell }) => cell.kind === 'count' && cell.value === 0 && !cell.marks);
  const printed = zeros.length < FEW_ZEROS ? rows : rows.filter((row) => !zeros.includes(row));
  const none = printed.length < rows.length ? [noneOf(zeros, printed.length === 0 ? title : undefined)] : [];
  if (printed.length === 0) return none;
  const absences = printed.flatMap(({ absence }) => absence ?? []);
  if (absences.length === printed.length)
    return [{ kind: 'note', text: nothingInWords(`${title}: further figures`, absences) }, ...none];
  const rests = printed.some(({ kind }) => kind !== 'count');
  return [
    {
      kind: 'table',
      id: tableName(words, 'figures'),
      printOnly: true,
      title: `${title}: further figures`,
      columns: [
        { title: 'Figure' },
        { title: 'Value', numeric: true },
        ...(rests ? [{ title: 'What it rests on' }] : []),
      ],
      groups: grouped(printed, (row, label) => [text(label), row.cell, ...(rests ? [text(row.rests)] : [])]),
      notes: [],
    },
    ...none,
  ];
}

function noneOf(zeros: readonly CompactRow[], title: string | undefined): Block {
  if (title !== undefined) return { kind: 'note', text: `${title}, further numbers: all are zero.` };
  const names = zeros.map(({ label }) => lowered(label));
  return { kind: 'paragraph', role: 'small', text: `Zero: ${listInWords(names)}.` };
}

/** Rows whose labels begin alike up to a colon, under what they begin with; the others first, in their order. */
function grouped(
  rows: readonly CompactRow[],
  cellsOf: (row: CompactRow, label: string) => Cell[],
): RowGroup[] {
  const byLead = Map.groupBy(rows, ({ label }) => leadOf(label));
  const together = [...byLead].filter(([lead, own]) => lead !== undefined && own.length > 1);
  const alone = rows.filter((row) => !together.some(([, own]) => own.includes(row)));
  return [
    ...(alone.length ? [{ rows: alone.map((row) => cellsOf(row, row.label)) }] : []),
    ...together.map(([lead = '', own]) => ({
      label: lead,
      rows: own.map((row) => cellsOf(row, afterLead(row.label))),
    })),
  ];
}

const leadOf = (label: string): string | undefined => {
  const at = label.indexOf(': ');
  return at < 0 ? undefined : label.slice(0, at);
};

function afterLead(label: string): string {
  return raised(label.slice(label.indexOf(': ') + 2));
}
