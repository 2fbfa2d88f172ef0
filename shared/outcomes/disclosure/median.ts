import type { ComputedMedian, ComputedMedianFigure } from '../computed.ts';
import type { Median, MedianFigure } from '../document.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

type IsSmall = (people: number) => boolean;

/** A median needs more people behind it than a small number. */
export function discloseMedian(median: ComputedMedian, isSmall: IsSmall): Median {
  if (median.state === 'unavailable') return median;
  const { people, marks, ...estimate } = median;
  return isSmall(people) ? SUPPRESSED : { ...estimate, ...optionalMarks(marks) };
}

/** The same of a figure of its own, with what it is a median of. */
export function discloseMedianFigure({ median, unit }: ComputedMedianFigure, isSmall: IsSmall): MedianFigure {
  const kind = 'median';
  const shown = discloseMedian(median, isSmall);
  if (shown.state !== 'estimated') return { kind, ...shown };
  const { state, value, marks } = shown;
  return { kind, state, value, unit, ...(marks === undefined ? {} : { marks }) };
}
