import type { ComputedProportion } from '../../computed.ts';
import type { Form } from '../audit/knowledge.ts';
import type { Described } from './described.ts';
import { addAtom, addSecret, type Draft, plus } from './draft.ts';
import type { Place } from './place.ts';

/** A proportion as those who pass and those who do not, whatever is told of them. */
export type DescribedShare = {
  readonly passed: Form;
  readonly others: Form;
  readonly all: Form;
  readonly described: Described;
};

/** Gathers what must not be learnt of a proportion, and by what it hangs together with others. */
export function describeShare(
  draft: Draft,
  place: Place,
  {
    numerator,
    denominator,
    complement,
  }: Pick<ComputedProportion, 'numerator' | 'denominator' | 'complement'>,
): DescribedShare {
  const passed = addAtom(draft, numerator.count);
  const others = addAtom(draft, denominator.count - numerator.count);
  const all = plus(passed, others);
  addSecret(draft, place, 'numerator', passed, numerator.people);
  addSecret(draft, place, 'complement', others, complement);
  addSecret(draft, place, 'denominator', all, denominator.people);
  return {
    ...{ passed, others, all },
    described: {
      additive: () => [passed, others],
      cells: { count: all, numerator: passed, complement: others },
      people: denominator.people,
    },
  };
}
