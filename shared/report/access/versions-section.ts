import type { HeldRecord } from '../../privacy/subject-access.ts';
import type { Block, Section } from '../blocks.ts';
import { text } from '../cells.ts';
import { recordInWords } from './record-in-words.ts';
import type { RecordsOfKind } from './records-by-kind.ts';
import { versionRows } from './version-rows.ts';

/** What every record that was changed or withdrawn said before, step by step. */
export function versionsSection(byKind: readonly RecordsOfKind[]): Section {
  const tables = byKind.flatMap(versionsTable);
  return {
    id: 'versions',
    title: 'Earlier versions and withdrawn records',
    blocks: [
      {
        kind: 'paragraph',
        text: 'When a record is changed or withdrawn, what it said before is kept with it: what was done, when and by whom, in the order in which it was done.',
      },
      ...(tables.length === 0 ? [NONE] : tables),
    ],
  };
}

const NONE: Block = { kind: 'note', text: 'None of your records was changed or withdrawn.' };

function versionsTable({ kind, records }: RecordsOfKind): Block[] {
  const changed = records.filter(hasHistory);
  if (changed.length === 0) return [];
  return [
    {
      kind: 'table',
      id: `${kind.type}_versions`,
      title: `${kind.title} that were changed or withdrawn`,
      columns: [
        { title: 'When, and by whom', share: 3.4 },
        { title: 'What was done', share: 4 },
        { title: 'Before', share: 4.8 },
        { title: 'After', share: 4.8 },
      ],
      groupTitle: 'Record',
      groups: changed.map((record) => ({
        label: `${recordInWords(kind, record)}, number ${record.id}`,
        rows: record.versions.flatMap((version, i) =>
          versionRows(kind.type, version, record.versions[i - 1]).map((cells) => cells.map(text)),
        ),
      })),
      notes: [],
    },
  ];
}

const hasHistory = ({ versions }: HeldRecord): boolean =>
  versions.length > 1 || versions.some(({ outcome }) => outcome === 'withdrawn');
