import type { Definition } from '../outcomes/document.ts';
import type { Block } from './blocks.ts';

const DIRECTIONS: Record<Definition['direction'], string> = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  neutral: 'Neither higher nor lower is better in itself.',
};

/** What a measure counts, out of what, how, and which way is better. */
export const definitionBlocks = (definition: Definition): Block[] => [
  { kind: 'heading', text: 'Definition' },
  {
    kind: 'definitions',
    items: [
      { term: 'Counted', text: definition.numerator },
      { term: 'Out of', text: definition.denominator },
      { term: 'Method', text: definition.method },
      { term: 'Direction', text: DIRECTIONS[definition.direction] },
      { term: 'Definition', text: `Revision ${definition.revision}` },
    ],
  },
];
