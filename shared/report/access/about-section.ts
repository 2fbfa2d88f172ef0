import type { SubjectAccess } from '../../privacy/subject-access.ts';
import type { Section } from '../blocks.ts';
import { instantInWords } from '../calendar.ts';
import { heldTable } from './held-table.ts';
import type { RecordsOfKind } from './records-by-kind.ts';

/** The first page: what the document is and is not, how much is held, what to look at before it is handed on. */
export function aboutSection(
  { personRef, madeAt }: SubjectAccess,
  byKind: readonly RecordsOfKind[],
  provider: string,
): Section {
  return {
    id: 'about-access',
    title: 'About this document',
    blocks: [
      {
        kind: 'paragraph',
        text: `This is a copy of everything that the reporting system holds about the person whom ${provider} knows by the reference ${personRef}: what was recorded, by whom and when. Where it says “you”, it means that person. It was made on ${instantInWords(madeAt)} and shows what was held then. All times are by the clock in London.`,
      },
      { kind: 'heading', text: 'How much is held' },
      heldTable(byKind),
      {
        kind: 'paragraph',
        role: 'small',
        text: 'What was withdrawn or changed is kept too. It is counted here, and told in full under “Earlier versions and withdrawn records”.',
      },
      { kind: 'heading', text: 'What is not held here' },
      {
        kind: 'list',
        items: [
          'No name, date of birth, address, telephone number or NHS number, and no notes in free text: the system does not take them in.',
          `Whose reference this is: only ${provider} knows that.`,
          `Whatever else ${provider} may keep about you, such as case notes and letters. Ask for it there.`,
        ],
      },
      {
        kind: 'note',
        text: `For ${provider}, before this is handed on: be sure that whoever asks is the person with this reference. The records also name workers and family members by their references. That is data about other people: look through it first, and decide whether any of it has to be left out.`,
      },
    ],
  };
}
