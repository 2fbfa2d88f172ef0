import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Section } from './blocks.ts';
import { instantInWords, lastDayInWords } from './calendar.ts';
import { GLOSSARY } from './glossary.ts';
import { NOTES } from './notes.ts';
import { ICON_KEY, iconInWords } from './wording/icons.ts';
import { disclosureInWords } from './withheld.ts';

/** What each marker stands for, in the order of the government's list. */
export const MARKERS = [
  {
    term: '[c]',
    text: 'Confidential: withheld because the number, or one that belongs to the same figure, is about too few people.',
  },
  {
    term: '[p]',
    text: 'Provisional: some facts behind the figure are still within the time in which they can change.',
  },
  { term: '[r]', text: 'Restated: the figure differs from an earlier issue.' },
  { term: '[u]', text: 'Low reliability: fewer than ten are behind the figure.' },
  {
    term: '[x]',
    text: 'Not available: nobody has been followed that long, the value is not reached, nothing of the kind has been recorded, or figures of the kind are not published.',
  },
  { term: '[z]', text: 'Not applicable: nobody was eligible.' },
] as const;

/** The last section: how to read the figures, the same in every pack. */
export function aboutSection(document: OutcomeDocument): Section {
  return {
    id: 'about',
    title: 'About these figures',
    blocks: [
      { kind: 'heading', text: 'Words' },
      { kind: 'definitions', items: [...GLOSSARY] },
      { kind: 'heading', text: 'Marks' },
      { kind: 'definitions', items: [...MARKERS] },
      { kind: 'heading', text: 'Signs over time' },
      {
        kind: 'definitions',
        items: ICON_KEY.map(({ icon, text }) => ({ icon, term: iconInWords(icon), text })),
      },
      { kind: 'heading', text: 'How to read them' },
      { kind: 'list', items: NOTES.map(({ text }) => text) },
      { kind: 'heading', text: 'Small numbers' },
      { kind: 'paragraph', text: disclosureInWords(document) },
      { kind: 'heading', text: 'This issue' },
      {
        kind: 'definitions',
        items: [
          { term: 'Figures to', text: lastDayInWords(document.month) },
          {
            term: 'Received by',
            text: `${instantInWords(document.asAt)} (London time). Records received later are not counted.`,
          },
          { term: 'Revision', text: document.revision.toString() },
          {
            term: 'Headline period',
            text: 'The twelve months to the last day of the month, unless a definition says otherwise.',
          },
        ],
      },
    ],
  };
}
