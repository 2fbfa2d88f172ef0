import { nothingInWords } from '../absence.ts';
import type { Block, Cell, RowGroup } from '../blocks.ts';
import { text } from '../cells.ts';
import { lowered, raised } from '../first-letter.ts';
import { afterLead, leadOf } from '../label-lead.ts';
import { listInWords } from '../list-in-words.ts';
import type { Measured } from '../measured.ts';
import { type CompactRow, compactRows } from './compact-rows.ts';
import { tableName } from './table-name.ts';

/**
 * The figures beside a further measure's headline in one table, whatever their kinds, with what each rests on. What is
 * withheld, counts that are zero and figures of nobody are named below it; a sentence stands where no figure can be shown, nothing
 * where there is none.
 */
export function compactTable(measured: Measured): Block[] {
  const { words, title } = measured;
  const rows = compactRows(measured);
  const zeros = rows.filter(({ cell }) => cell.kind === 'count' && cell.value === 0 && !cell.marks);
  const ofNobody = rows.filter(
    ({ absence }) => absence?.state === 'unavailable' && absence.reason === 'no-eligible',
  );
  const others = rows.filter((row) => !zeros.includes(row) && !ofNobody.includes(row));
  const absences = others.flatMap(({ absence }) => absence ?? []);
  const none = [...namesOf('Zero', zeros), ...namesOf('Nobody was eligible [z]', ofNobody)];
  if (others.length === 0) return none;
  if (absences.length === others.length)
    return [{ kind: 'note', text: nothingInWords(`${title}: further figures`, absences) }, ...none];
  const withheld = others.filter(({ absence }) => absence?.state === 'suppressed');
  const printed = others.filter((row) => !withheld.includes(row));
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
    ...namesOf('Withheld [c]', withheld),
    ...none,
  ];
}

/** Figures that have no row, after what they have in common. */
function namesOf(what: string, rows: readonly CompactRow[]): Block[] {
  if (rows.length === 0) return [];
  const names = [...Map.groupBy(rows, ({ label }) => leadOf(label))].flatMap(([lead, own]) => {
    const rest = own.map(({ label }) => lowered(lead === undefined ? label : afterLead(label)));
    return lead === undefined ? rest : [`${lowered(lead)} (${rest.join(', ')})`];
  });
  return [{ kind: 'paragraph', role: 'small', text: `${what}: ${listInWords(names)}.` }];
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
      rows: own.map((row) => cellsOf(row, raised(afterLead(row.label)))),
    })),
  ];
}
