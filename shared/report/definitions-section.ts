import type { Block, Section } from './blocks.ts';
import type { Measured } from './measured.ts';
import { directionInWords } from './wording/direction.ts';

/** What every measure counts, out of what, how, and which way is better, in one place at the end. */
export function definitionsSection(measures: readonly Measured[]): Section[] {
  const blocks = measures.flatMap(({ document, words, title }): Block[] => {
    const definition = document.definitions[words.id];
    if (definition === undefined) return [];
    return [
      { kind: 'heading', text: title },
      {
        kind: 'definitions',
        items: [
          { term: 'Counted', text: definition.numerator },
          { term: 'Out of', text: definition.denominator },
          ...(definition.cohort === undefined ? [] : [{ term: 'Over time', text: definition.cohort }]),
          {
            term: 'Method',
            text: `${definition.method} ${directionInWords(definition.direction)} Revision ${definition.revision} of the definition.`,
          },
        ],
      },
    ];
  });
  return blocks.length ? [{ id: 'definitions', title: 'Definitions', blocks }] : [];
}
