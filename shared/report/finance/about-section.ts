import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Section } from '../blocks.ts';
import { dateInWords, instantInWords } from '../calendar.ts';

/** How the numbers are counted, the same in every statement. */
export const COUNTED: readonly string[] = [
  'A placement week is a week, Monday to Sunday, in which a placement is open for a day or more and not suspended by agreement on every open day. Absence still uses the week.',
  'A person uses one week at a time: where the day programme and aftercare fall in the same week, the day programme is charged.',
  'A week belongs to the month of its Monday.',
  'A placement funded by a block draws from the block it names, then from the oldest block that is valid and has weeks. What finds none is charged on the spot.',
  'A week of a block is worth the block’s price divided by its weeks, rounded down to the penny; the last week takes what the rounding left, so that the parts add up to the price.',
  'Used and expired weeks are taken from the balance at that price. Weeks left at the end of a block’s last week expire.',
  'By planned ends: every open placement ends as planned, those agreed begin, and no other does. At the recent rate: weeks go on being used as in the last eight whole weeks.',
];

/** The last section: how the numbers are counted, the same in every statement. */
export function aboutSection({ state, cutOff, madeAt }: StatementDocument): Section {
  return {
    id: 'about',
    title: 'About this statement',
    blocks: [
      { kind: 'heading', text: 'How it is counted' },
      {
        kind: 'list',
        items: [...COUNTED],
      },
      { kind: 'heading', text: 'Provisional and final' },
      {
        kind: 'paragraph',
        text: 'A statement made before the 7th of the next month is provisional. The one made from the 7th on is final and is never rewritten: what is recorded, changed or withdrawn later is an adjustment in a later statement, under the month it is about.',
      },
      { kind: 'heading', text: 'This statement' },
      {
        kind: 'definitions',
        items: [
          { term: 'State', text: state === 'final' ? 'Final' : 'Provisional' },
          { term: 'Use up to', text: dateInWords(cutOff) },
          { term: 'Made on', text: `${instantInWords(madeAt)} (London time)` },
        ],
      },
    ],
  };
}
