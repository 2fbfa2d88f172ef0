import type { ComputedFigure } from '../../shared/outcomes/computed.ts';

/** A proportion as computed, in a few words: `1 of 2`, `1 of 2 p` when it is provisional. */
export function proportionOf(figure: ComputedFigure | undefined): string {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  const provisional = figure.marks.includes('p') ? ' p' : '';
  return `${figure.numerator.count} of ${figure.denominator.count}${provisional}`;
}
