import type { Form } from '../audit/knowledge.ts';
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
  if (whole.heads !== undefined)
    addUpHeads(draft, whole.heads, plus(...parts.map(({ heads = [] }) => heads)));
}

/** People add up, too, but for who is in no category, or in more than one by what they have more than one of. */
function addUpHeads(draft: Draft, whole: Form, parts: Form): void {
  const rest = valueOf(draft, whole) - valueOf(draft, parts);
  const more = rest === 0 ? [] : addAtom(draft, Math.abs(rest));
  if (rest < 0) addEquation(draft, parts, plus(whole, more));
  else addEquation(draft, whole, plus(parts, more));
}

/** That everybody in one count is also in another: answers how many more those are; undefined where it is not so. */
export function addAmong(draft: Draft, smaller: Form, larger: Form): Form | undefined {
  const difference = valueOf(draft, larger) - valueOf(draft, smaller);
  if (difference < 0) return undefined;
  const others = addAtom(draft, difference);
  addEquation(draft, larger, plus(smaller, others));
  return others;
}

/** The same, where who knows both knows how many more those are, who are a secret. */
export function addWithin(
  draft: Draft,
  place: Place,
  what: string,
  { larger, smaller }: { readonly larger: Form | undefined; readonly smaller: Form | undefined },
): void {
  if (larger === undefined || smaller === undefined) return;
  const others = addAmong(draft, smaller, larger);
  if (others !== undefined) addSecret(draft, place, what, others, valueOf(draft, others));
}
