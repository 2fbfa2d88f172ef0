import type { Described } from './described.ts';
import { addAtom, addEquation, addSecret, type Draft, plus, valueOf } from './draft.ts';
import type { Place } from './place.ts';

/**
 * That the categories of a split add up to the whole. What is in no category is one more unknown; that there is
 * nothing of it is no secret.
 */
export function addUp(draft: Draft, whole: Described, parts: readonly Described[]): void {
  const days = parts[0]?.days ?? [];
  const added = parts.map(({ additive }) => additive(days));
  whole.additive(days).forEach((form, index) => {
    const forms = added.flatMap((part) => part[index] ?? []);
    const rest = valueOf(draft, form) - valueOf(draft, forms);
    if (rest < 0) throw new Error('the parts of a figure are more than the whole');
    addEquation(draft, form, rest === 0 ? forms : plus(forms, addAtom(draft, rest)));
  });
}

/**
 * That everybody in one count is also in another, and how many more those are: who knows both knows the difference.
 *
 * @param difference the distinct people in the larger alone
 */
export function addWithin(
  draft: Draft,
  place: Place,
  what: string,
  {
    larger,
    smaller,
  }: { readonly larger: Described['cells']['count']; readonly smaller: Described['cells']['count'] },
): void {
  if (larger === undefined || smaller === undefined) return;
  const difference = valueOf(draft, larger) - valueOf(draft, smaller);
  if (difference < 0) return;
  const more = addAtom(draft, difference);
  addEquation(draft, larger, plus(smaller, more));
  addSecret(draft, place, what, more, difference);
}
