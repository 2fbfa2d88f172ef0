import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Section } from './blocks.ts';
import { instantInWords, monthInWords } from './calendar.ts';
import { labelOf } from './labels.ts';
import { NOTES } from './notes.ts';

/** What each marker stands for, in the order of the government's list. */
export const MARKERS = [
  {
    term: '[c]',
    text: 'Confidential: withheld because the figure, or one that could be worked out from it, is about few people.',
  },
  {
    term: '[p]',
    text: 'Provisional: some facts behind the figure are still within the time in which they can change.',
  },
  { term: '[r]', text: 'Restated: the figure differs from an earlier issue.' },
  { term: '[u]', text: 'Low reliability: fewer than ten are behind the figure.' },
  {
    term: '[x]',
    text: 'Not available: nobody has been followed that long, the value is not reached, or figures of the kind are not published.',
  },
  { term: '[z]', text: 'Not applicable: nobody was eligible.' },
] as const;

const DISCLOSURE: Record<OutcomeDocument['disclosure'], string> = {
  lt5: 'Numbers of one to four people are withheld, with every figure from which they could be worked out. Zero is shown.',
  hes7round5:
    'Numbers of one to seven people are withheld and all others are rounded to the nearest five; percentages and ' +
    'intervals are computed from the rounded numbers. Zero is shown.',
};

/** The last section: how to read the figures, the same in every pack. */
export function aboutSection(document: OutcomeDocument): Section {
  const revisions = Object.entries(document.measures).map(
    ([id, { revision }]) =>
      `${document.definitions[id]?.title ?? labelOf(id)}: definition revision ${revision}`,
  );
  return {
    id: 'about',
    title: 'About these figures',
    blocks: [
      { kind: 'heading', text: 'Marks' },
      { kind: 'definitions', items: [...MARKERS] },
      { kind: 'heading', text: 'How to read them' },
      { kind: 'list', items: NOTES.map(({ text }) => text) },
      { kind: 'heading', text: 'Small numbers' },
      { kind: 'paragraph', text: DISCLOSURE[document.disclosure] },
      { kind: 'heading', text: 'This issue' },
      {
        kind: 'definitions',
        items: [
          { term: 'Month', text: monthInWords(document.month) },
          { term: 'Revision', text: document.revision.toString() },
          {
            term: 'As at',
            text: `${instantInWords(document.asAt)}, London time. Records received later are not counted.`,
          },
          {
            term: 'Headline period',
            text: 'The twelve months to the last day of the month, unless a definition says otherwise.',
          },
        ],
      },
      ...(revisions.length
        ? [
            { kind: 'heading', text: 'Definitions used' } as const,
            { kind: 'list', items: revisions } as const,
          ]
        : []),
    ],
  };
}

/** The disclosure rule in words, for the workbook's cover. */
export const disclosureInWords = ({ disclosure }: OutcomeDocument): string => DISCLOSURE[disclosure];
