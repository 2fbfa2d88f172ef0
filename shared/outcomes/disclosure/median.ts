import type { ComputedMedian, ComputedMedianFigure } from '../computed.ts';
import type { Median, MedianFigure } from '../document.ts';
import { NOTHING, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED, type Way } from './rule.ts';

type IsSmall = (people: number) => boolean;

/** A median needs more people behind it than a small number. */
export function discloseMedian(median: ComputedMedian, isSmall: IsSmall): Median {
  if (median.state === 'unavailable') {
    if (!('lower' in median)) return median;
    const { people, ...limit } = median;
    return isSmall(people) ? { state: limit.state, reason: limit.reason } : limit;
  }
  const { people, marks, ...estimate } = median;
  return isSmall(people) ? SUPPRESSED : { ...estimate, ...optionalMarks(marks) };
}

/** The same of a figure of its own, with what it is a median of. */
export const medianBy = (isSmall: IsSmall): Way<ComputedMedianFigure, MedianFigure> => ({
  hide: ({ median }) => (median.state === 'estimated' && isSmall(median.people) ? WHOLE : NOTHING),
  write: ({ kind, median, unit }, hidden) => {
    if (median.state === 'unavailable') return { kind, ...median };
    if (hidden.has('figure')) return { kind, ...SUPPRESSED };
    return { kind, state: median.state, value: median.value, unit, ...optionalMarks(median.marks) };
  },
});
