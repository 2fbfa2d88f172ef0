import type { TrendSignal } from '../../report/blocks.ts';
import { ACCENT } from './palette.ts';

/** A point that chance alone would make, and the line through the points. */
export const COMMON = '#5f6b76';

/** The line of a target, which no series has. */
export const TARGET = '#8a1c00';

/**
 * The looks of points as in NHS England's Making Data Count, where blue is improvement and orange concern; a triangle
 * points to where a signal lies, so that no colour is needed.
 */
export const TONES: Record<TrendSignal['tone'], { colour: string; words: string }> = {
  improving: { colour: ACCENT, words: 'Signal of improvement' },
  concerning: { colour: '#b5460a', words: 'Signal of concern' },
  neutral: { colour: '#5b3a8c', words: 'Signal' },
};
