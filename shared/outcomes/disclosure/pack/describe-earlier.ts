import type { ComputedProportion } from '../../computed.ts';
import { describeShare } from './describe-share.ts';
import type { Described } from './described.ts';
import { type Draft, valueOf } from './draft.ts';
import type { Place } from './place.ts';

/**
 * What was said of a period when its own month was issued: taken as told, unless it is of few people. Nothing can be
 * withheld of it any more.
 */
export function describeEarlier(draft: Draft, place: Place, figure: ComputedProportion): Described {
  const { passed, others, described } = describeShare(draft, place, figure);
  const { numerator, denominator, complement } = figure;
  if (![numerator.people, complement, denominator.people].some(draft.isSmall))
    for (const form of [passed, others]) draft.identities.push({ form, value: valueOf(draft, form) });
  return described;
}
