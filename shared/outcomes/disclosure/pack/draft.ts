import type { Form, Identity, Secret, Statement } from '../audit/knowledge.ts';
import { minus } from '../audit/lines.ts';
import type { UnitName } from '../hidden.ts';
import type { DisclosureRule } from '../rule.ts';
import { type Place, placeKey } from './place.ts';

/** What of which figure is shown or withheld together, and how much would be lost with it. */
export type PackUnit = { readonly place: Place; readonly name: UnitName; readonly cost: number };

/** What is known of a pack, while it is gathered. */
export type Draft = {
  readonly truth: number[];
  readonly statements: Statement[];
  readonly identities: Identity[];
  readonly secrets: Secret[];
  readonly units: PackUnit[];
  /** Figures that are withheld whole, since others would be told by them, by the keys of their places. */
  readonly givenUp: Set<string>;
  /** Units that nobody is ever shown, of what is believed whether or not it is shown. */
  readonly neverShown: Set<number>;
  readonly rule: DraftRule;
};

/** What of a rule makes a difference to what is known: which counts are small, how they are shown, and if curves are. */
export type DraftRule = Pick<DisclosureRule, 'isSmall' | 'shown' | 'exact'>;

export function newDraft(rule: DraftRule): Draft {
  return {
    ...{ truth: [], statements: [], identities: [], secrets: [], units: [] },
    ...{ givenUp: new Set(), neverShown: new Set(), rule },
  };
}

/** One more unknown count, as a sum of itself. */
export function addAtom({ truth }: Draft, value: number): Form {
  truth.push(value);
  return [{ atom: truth.length - 1, times: 1 }];
}

export function addUnit({ units }: Draft, unit: PackUnit): number {
  units.push(unit);
  return units.length - 1;
}

/**
 * What a number would say when its unit is shown: what it is, or where it is rounded that it is one of those which are
 * shown alike. `least`: 1 where nobody would have been shown as 0.
 *
 * @param shown how it is shown, where not as the rule has it
 */
export function addStatement(
  draft: Draft,
  unit: number,
  form: Form,
  least: Statement['least'] = 0,
  shown = draft.rule.shown,
): void {
  const { sum, value } = asShown(draft, form, shown);
  const rounded = sum !== form;
  draft.statements.push({ unit, form: sum, value, least: rounded ? 0 : least });
  if (rounded && least === 1) addBelief(draft, unit, form);
}

/** That whoever is not shown a number takes it to be somebody. */
export function addBelief(draft: Draft, unit: number, form: Form): void {
  const of = draft.units[unit];
  if (of === undefined) return;
  const never = addUnit(draft, of);
  draft.neverShown.add(never);
  draft.statements.push({ unit: never, form, value: valueOf(draft, form), least: 1 });
}

/** That a number was shown, and cannot be withheld any more. */
export function addKnown(draft: Draft, form: Form): void {
  const { sum, value } = asShown(draft, form, draft.rule.shown);
  draft.identities.push({ form: sum, value });
}

/** A sum that is told by how a number is shown: itself, or with how far it is below the most that is shown alike. */
function asShown(draft: Draft, form: Form, shown: (count: number) => number): { sum: Form; value: number } {
  const value = valueOf(draft, form);
  // Nobody is shown as such, and few, who would be rounded to nobody, are not shown.
  const isAlike = (count: number): boolean => count > 0 && value > 0 && shown(count) === shown(value);
  let [least, most] = [value, value];
  while (isAlike(least - 1)) least -= 1;
  while (isAlike(most + 1)) most += 1;
  if (least === most) return { sum: form, value };
  const below = addAtom(draft, most - value);
  draft.identities.push({ form: plus(below, addAtom(draft, value - least)), value: most - least });
  return { sum: plus(form, below), value: most };
}

/** That two sums are the same, whatever they are. */
export function addEquation({ identities }: Draft, form: Form, same: Form): void {
  identities.push({ form: [...form, ...minus(same)], value: 0 });
}

/** That there is nobody: it is said as such. */
export function addNobody({ identities }: Draft, forms: readonly Form[]): void {
  for (const form of forms) identities.push({ form, value: 0 });
}

/** A number of units that must not be learnt while the people behind them are few. */
export function addSecret(
  draft: Draft,
  place: Place,
  what: string,
  form: Form,
  people: number,
  more: Pick<Secret, 'spares' | 'mayBeTold'> = {},
): void {
  if (!draft.rule.isSmall(people)) return;
  const figure = placeKey(place);
  const name = `${figure}|${what}`;
  draft.secrets.push({ form, value: valueOf(draft, form), people, name, figure, ...more });
}

/** The true value of a sum. */
export function valueOf({ truth }: Draft, form: Form): number {
  return form.reduce((sum, { atom, times }) => sum + times * (truth[atom] ?? 0), 0);
}

export function plus(...forms: readonly Form[]): Form {
  return forms.flat();
}
