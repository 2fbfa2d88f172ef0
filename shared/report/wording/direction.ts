import type { Definition } from '../../outcomes/document.ts';

const DIRECTIONS: Record<Definition['direction'], string> = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  neutral: 'Neither higher nor lower is better in itself.',
};

/** Which way of a measure is better, as a sentence. */
export const directionInWords = (direction: Definition['direction']): string => DIRECTIONS[direction];
