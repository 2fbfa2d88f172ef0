import type { Cell, Table } from '../blocks.ts';
import { count, text } from '../cells.ts';
import { plainTable } from '../plain-table.ts';
import type { RecordsOfKind } from './records-by-kind.ts';
import { isWithdrawn } from './record-in-words.ts';

/** How much is held, by kind: records, how many of them are withdrawn, and versions that others took the place of. */
export function heldTable(byKind: readonly RecordsOfKind[]): Table {
  const all = byKind.flatMap(({ records }) => records);
  return plainTable(
    {
      id: 'held',
      title: 'Records held, by kind',
      columns: [
        { title: 'Kind of record' },
        { title: 'Records', numeric: true },
        { title: 'Withdrawn among them', numeric: true },
        { title: 'Earlier versions', numeric: true },
      ],
    },
    [...byKind.map(({ kind, records }) => row(kind.title, records)), row('All', all)],
  );
}

const row = (label: string, records: RecordsOfKind['records']): Cell[] => [
  text(label),
  count(records.length),
  count(records.filter(isWithdrawn).length),
  count(records.reduce((sum, { versions }) => sum + Math.max(0, versions.length - 1), 0)),
];
