import type { Mark, ProportionFigure } from '../../shared/outcomes/document.ts';

type Share = Extract<ProportionFigure, { state: 'estimated' }>;

/** A proportion of a document, without an interval. */
export function aShare(numerator: number, denominator: number, ...marks: Mark[]): Share {
  return {
    kind: 'proportion',
    state: 'estimated',
    numerator,
    denominator,
    value: numerator / denominator,
    lower: null,
    upper: null,
    method: 'none',
    ...(marks.length > 0 && { marks }),
  };
}

/** A proportion of which nothing is told. */
export const aHiddenShare = { kind: 'proportion', state: 'suppressed' } as const satisfies ProportionFigure;
