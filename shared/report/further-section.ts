import { isEmpty } from './absence.ts';
import type { Block, Section } from './blocks.ts';
import { compactBlocks } from './compact-blocks.ts';
import { lowered } from './first-letter.ts';
import type { Measured } from './measured.ts';
import { answerOf } from './wording/answer.ts';

/** The measures after those printed in full, each shortly; those with nothing to show in one list at the end. */
export function furtherSection(measures: readonly Measured[]): Section[] {
  if (measures.length === 0) return [];
  const empty = measures.filter(({ result }) => isEmpty(result));
  const shown = measures.filter((measured) => !empty.includes(measured));
  return [
    {
      id: 'further',
      title: 'Other measures',
      ...(shown.length ? { opens: true } : {}),
      blocks: [
        ...(shown.length
          ? [
              {
                kind: 'paragraph',
                text: 'Each measure here has its answer and, in one table, the figures beside it. Figures by group, all reported days and all points over time are in the workbook (worksheets Further_figures, Further_groups and Trends) and in the data file; what is counted, and out of what, is under Definitions.',
              } as const,
            ]
          : []),
        ...shown.flatMap(compactBlocks),
        ...emptyBlocks(empty),
      ],
    },
  ];
}

function emptyBlocks(measures: readonly Measured[]): Block[] {
  if (measures.length === 0) return [];
  return [
    { kind: 'heading', text: 'With nothing to show' },
    {
      kind: 'list',
      items: measures.map(
        ({ words, result, title, document }) =>
          `${title}: ${lowered(answerOf(words, result, document.disclosure)[0])}`,
      ),
    },
  ];
}
