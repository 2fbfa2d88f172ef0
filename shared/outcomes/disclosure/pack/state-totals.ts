import type { Form } from '../audit/knowledge.ts';
import { addBelief, addStatement, type Draft } from './draft.ts';

/**
 * What is told of a curve that is not published itself: its totals, all by one unit. Each that is of few people is
 * withheld by itself, and taken to be of somebody.
 */
export function stateTotals(
  draft: Draft,
  unit: number,
  totals: readonly { readonly form: Form; readonly people: number }[],
): void {
  for (const { form, people } of totals)
    if (draft.rule.isSmall(people)) addBelief(draft, unit, form);
    else addStatement(draft, unit, form);
}
