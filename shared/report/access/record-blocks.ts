import type { HeldRecord } from '../../privacy/subject-access.ts';
import type { Block } from '../blocks.ts';
import type { RecordKind } from './record-kind.ts';
import { isWithdrawn, latestOf, recordInWords, sentInWords, withdrawnInWords } from './record-in-words.ts';
import { toldFields } from './told-fields.ts';

/** One record by itself: every field with its name, and who sent it when. */
export function recordBlocks(kind: RecordKind, record: HeldRecord, personRef: string): Block[] {
  const latest = latestOf(record);
  if (latest === undefined) return [];
  const withdrawn = isWithdrawn(record);
  const sent = `Version ${latest.version}, ${sentInWords(latest)}`;
  return [
    { kind: 'heading', text: recordInWords(kind, record) + (withdrawn ? ' (withdrawn)' : '') },
    {
      kind: 'definitions',
      items: [
        ...toldFields(kind, latest.data, personRef).map(({ label, text }) => ({ term: label, text })),
        { term: 'Number of the record', text: record.id },
        withdrawn
          ? { term: 'Withdrawn', text: `${sent}: ${withdrawnInWords(latest)}` }
          : { term: 'Entered', text: sent },
      ],
    },
  ];
}
