import type { ComputedProportion } from '../../computed.ts';
import type { Described } from './described.ts';
import { addAtom, addSecret, type Draft, plus, valueOf } from './draft.ts';
import type { Place } from './place.ts';

/**
 * What was said of a period when its own month was issued: taken as told, unless it is of few people. Nothing can be
 * withheld of it any more.
 */
export function describeEarlier(
  draft: Draft,
  place: Place,
  { numerator, denominator, complement }: ComputedProportion,
): Described {
  const x = addAtom(draft, numerator.count);
  const y = addAtom(draft, denominator.count - numerator.count);
  const n = plus(x, y);
  if (![numerator.people, complement, denominator.people].some(draft.isSmall))
    for (const form of [x, y]) draft.identities.push({ form, value: valueOf(draft, form) });
  addSecret(draft, place, 'numerator', x, numerator.people);
  addSecret(draft, place, 'complement', y, complement);
  addSecret(draft, place, 'denominator', n, denominator.people);
  return {
    additive: () => [x, y],
    cells: { count: n, numerator: x, complement: y },
    people: denominator.people,
  };
}
