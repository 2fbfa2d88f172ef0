import { absencesOf, nothingInWords } from './absence.ts';
import type { Block } from './blocks.ts';
import { labelOf } from './labels.ts';
import type { Measured } from './measured.ts';
import { shareTable, survivalTable } from './tables/figure-tables.ts';

/** The same figure under other rules, beside the headline's own. */
export function sensitivityBlocks({ words, result, title }: Measured): Block[] {
  const named = Object.entries(result.sensitivity ?? {});
  if (named.length === 0) return [];
  const what = `${title} if it were counted differently`;
  if (named.every(([, figure]) => absencesOf(figure).length > 0))
    return [
      {
        kind: 'note',
        text: nothingInWords(
          what,
          named.flatMap(([, figure]) => absencesOf(figure)),
        ),
      },
    ];
  const figures = [['headline', result] as const, ...named].map(([rule, figure]) => ({
    label: labelOf(rule, words.id),
    context: words.id,
    figure,
  }));
  const head = { words, part: 'rules', title: what, notes: ['sensitivity' as const] };
  return [
    { kind: 'heading', text: 'If it were counted differently' },
    {
      kind: 'paragraph',
      role: 'lead',
      text: 'What the figure would be if one rule of its definition were another. The wider these lie apart, the more the headline depends on its rule.',
    },
    ...survivalTable(head, figures),
    ...shareTable(head, figures),
  ];
}
