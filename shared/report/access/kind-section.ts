import type { Block, Section } from '../blocks.ts';
import { recordBlocks } from './record-blocks.ts';
import type { RecordsOfKind } from './records-by-kind.ts';
import { recordsTable } from './records-table.ts';

/** What is held of one kind: a table where they are many, else record by record. */
export function kindSection({ kind, records }: RecordsOfKind, personRef: string): Section {
  return {
    id: kind.type,
    title: kind.title,
    blocks: [
      { kind: 'paragraph', text: kind.what },
      ...(records.length === 0 ? [none(kind.many)] : told({ kind, records }, personRef)),
    ],
  };
}

const none = (many: string): Block => ({ kind: 'note', text: `No ${many} are held.` });

function told({ kind, records }: RecordsOfKind, personRef: string): Block[] {
  return kind.columns === undefined
    ? records.flatMap((record) => recordBlocks(kind, record, personRef))
    : [recordsTable(kind, kind.columns, records, personRef)];
}
