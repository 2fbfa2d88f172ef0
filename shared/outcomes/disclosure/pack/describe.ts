import type { ComputedFigure } from '../../computed.ts';
import type { Described } from './described.ts';
import { describeIncidence } from './describe-incidence.ts';
import { describeScalar } from './describe-scalar.ts';
import { describeSurvival } from './describe-survival.ts';
import type { Draft } from './draft.ts';
import type { Place } from './place.ts';

/**
 * Gathers what a figure would say and what must not be learnt of it.
 *
 * @param cost how much is lost with the whole figure
 */
export function describe(draft: Draft, place: Place, figure: ComputedFigure, cost: number): Described {
  switch (figure.kind) {
    case 'survival':
      return describeSurvival(draft, place, figure, cost);
    case 'incidence':
      return describeIncidence(draft, place, figure, cost);
    default:
      return describeScalar(draft, place, figure, cost);
  }
}
