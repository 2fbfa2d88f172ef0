import type { ComputedMean } from '../computed.ts';
import type { MeanFigure } from '../document.ts';
import { NOTHING, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { type CountRule, SUPPRESSED, type Way } from './rule.ts';

/** A mean needs more people behind it than a small number, and shows of how many numbers it is as a count is shown. */
export const meanBy = ({ isSmall, shown }: CountRule): Way<ComputedMean, MeanFigure> => ({
  hide: (figure) => (figure.state === 'estimated' && isSmall(figure.people) ? WHOLE : NOTHING),
  write: (figure, hidden) => {
    const { kind, unit } = figure;
    if (figure.state === 'unavailable') return { kind, state: figure.state, reason: figure.reason };
    if (hidden.has('figure')) return { kind, ...SUPPRESSED };
    const { state, value, lower, upper, values, marks } = figure;
    return { kind, state, value, lower, upper, values: shown(values), unit, ...optionalMarks(marks) };
  },
});
