import { ACCENT } from './palette.ts';

const OUTSIDE = '#5b3a8c';

/** A point looks like how far it lies out, and to which side: its label says so, too. */
export const PLACES = {
  within: { style: 'circle', radius: 5, turn: 0, colour: ACCENT, words: '' },
  'low-95': { style: 'triangle', radius: 7, turn: 180, colour: OUTSIDE, words: ' (below the 95% limit)' },
  'high-95': { style: 'triangle', radius: 7, turn: 0, colour: OUTSIDE, words: ' (above the 95% limit)' },
  'low-998': { style: 'rectRot', radius: 8, turn: 0, colour: OUTSIDE, words: ' (below the 99.8% limit)' },
  'high-998': { style: 'rectRot', radius: 8, turn: 0, colour: OUTSIDE, words: ' (above the 99.8% limit)' },
} as const;
