import type { ComputedProportion } from '../../computed.ts';
import { describeShare } from './describe-share.ts';
import type { Described } from './described.ts';
import { addKnown, type Draft } from './draft.ts';
import type { Place } from './place.ts';

/**
 * A period before, with what was said of it when its own month was issued: of that nothing can be withheld any more.
 *
 * @param isTold whether it was shown; undefined where that is not known: then it is taken as told, unless it is small
 */
export function describeEarlier(
  draft: Draft,
  place: Place,
  figure: ComputedProportion,
  isTold: boolean | undefined,
): Described {
  const { passed, others, described } = describeShare(draft, place, figure);
  const { numerator, denominator, complement } = figure;
  const isSmall = [numerator.people, complement, denominator.people].some(draft.rule.isSmall);
  if (isTold ?? !isSmall) for (const form of [passed, others]) addKnown(draft, form);
  return described;
}
