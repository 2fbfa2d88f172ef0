import type { Form, Identity, Secret, Statement } from '../audit/knowledge.ts';
import type { UnitName } from '../hidden.ts';
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
  readonly isSmall: (people: number) => boolean;
};

export function newDraft(isSmall: (people: number) => boolean): Draft {
  return { truth: [], statements: [], identities: [], secrets: [], units: [], givenUp: new Set(), isSmall };
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

/** What a number would say when its unit is shown. `least`: 1 where nobody would have been shown as 0. */
export function addStatement(draft: Draft, unit: number, form: Form, least: Statement['least'] = 0): void {
  draft.statements.push({ unit, form, value: valueOf(draft, form), least });
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
  more: Pick<Secret, 'spares'> = {},
): void {
  if (!draft.isSmall(people)) return;
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

export function minus(form: Form): Form {
  return form.map(({ atom, times }) => ({ atom, times: -times }));
}
