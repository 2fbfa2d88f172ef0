import type { SubjectAccess, ToldAccess } from '../../privacy/subject-access.ts';
import type { Block, Section } from '../blocks.ts';
import { instantInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import { inWords } from '../labels.ts';
import { plainTable } from '../plain-table.ts';
import { clientInWords } from './client-in-words.ts';

const WHAT = new Map([
  ['subject-access', 'Everything held about you'],
  ['report-issued', 'A written report for who referred you'],
]);
const FORMATS = new Map([
  ['pdf', 'Document (PDF)'],
  ['json', 'Data file (JSON)'],
]);

/** Who was handed everything that is held or a report, when, and as what. */
export function accessesSection({ accesses }: SubjectAccess): Section {
  return {
    id: 'accesses',
    title: 'Who was handed this data',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each time everything that is held about you is handed out, or a written report on you is issued to who referred you, the system keeps when that was and who asked for it. This copy is in the list, too.',
      },
      accesses.length === 0
        ? { kind: 'note', text: 'Nobody was handed this data.' }
        : accessesTable(accesses),
    ],
  };
}

const accessesTable = (accesses: readonly ToldAccess[]): Block =>
  plainTable(
    {
      id: 'accesses',
      title: 'Times when this data was handed out',
      columns: [
        { title: 'When', share: 4 },
        { title: 'What', share: 4.5 },
        { title: 'As', share: 3 },
        { title: 'To whom', share: 5.5 },
      ],
    },
    accesses.map((access) => [
      text(instantInWords(access.at)),
      text(WHAT.get(access.action) ?? inWords(access.action)),
      text(access.format === undefined ? 'Report' : (FORMATS.get(access.format) ?? inWords(access.format))),
      text(receiverOf(access)),
    ]),
  );

/** The client and, where somebody signed in with it, who. */
function askerOf({ client, sub }: ToldAccess): string {
  const name = client === undefined ? 'Not kept' : clientInWords(client);
  return sub === undefined || sub === client?.clientId ? name : `${name}, signed in as ${sub}`;
}

/** Whom it was made for, where that need not be who asked. */
function receiverOf(access: ToldAccess): string {
  const { recipient } = access;
  return recipient === undefined ? askerOf(access) : `${recipient}; asked for by ${askerOf(access)}`;
}
