import type { ComputedMean } from '../computed.ts';
import type { MeanFigure } from '../document.ts';
import { optionalMarks } from './optional-marks.ts';
import { SUPPRESSED } from './rule.ts';

/** A mean needs more people behind it than a small number, and shows how many numbers as a count is shown. */
export function discloseMean(
  figure: ComputedMean,
  { isSmall, shown }: { isSmall: (people: number) => boolean; shown: (count: number) => number },
): MeanFigure {
  const kind = 'mean';
  if (figure.state === 'unavailable') return { kind, state: figure.state, reason: figure.reason };
  const { unit, state, value, lower, upper, values, people, marks } = figure;
  if (isSmall(people)) return { kind, ...SUPPRESSED };
  return { kind, state, value, lower, upper, values: shown(values), unit, ...optionalMarks(marks) };
}
