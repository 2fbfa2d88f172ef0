import { componentOf, type Component } from './component.ts';
import { Deduction } from './deduction.ts';
import { isFew, isSafe, wholeNumbersIn, type Interval } from './few.ts';
import type { Form, Knowledge, Secret } from './knowledge.ts';
import { amount, keyOf, linesOf, tidied, type Lines } from './lines.ts';

/** What a reader can deduce of a secret. */
export type Audited = {
  readonly secret: Secret;
  /** The range by the sums alone, in whole people. */
  readonly lower: number;
  readonly upper: number;
  /** The range for a reader who believes that what is withheld is as much as its `least`. */
  readonly believed: Interval;
  readonly safe: boolean;
};

/** Knowledge while some units are hidden. What a change does not touch is not worked out again. */
export class Situation {
  readonly lines: Lines;
  readonly deduction: Deduction;
  readonly truth: readonly number[];
  /** In the order of their names. */
  readonly secrets: readonly Secret[];
  readonly #hidden: Set<number>;
  readonly #secretsOf: readonly number[][];
  /** By form: the statements of just that. */
  readonly #statementsOf = new Map<string, number[]>();
  readonly #components: (Component | undefined)[];
  readonly #audits: ({ readonly audited: Audited | undefined } | undefined)[];

  constructor(knowledge: Knowledge, hidden: Iterable<number>) {
    this.truth = knowledge.truth;
    this.lines = linesOf(knowledge);
    this.#hidden = new Set(hidden);
    const { lines } = this.lines;
    this.deduction = new Deduction(
      lines.map(({ form }) => form),
      this.lines.linesOf,
      this.truth,
      lines.map(({ unit }) => unit === undefined || !this.#hidden.has(unit)),
    );
    this.secrets = knowledge.secrets
      .map((secret) => ({ ...secret, form: tidied(secret.form) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    if (!this.secrets.every(({ form, value }) => Math.abs(amount(form, this.truth) - value) < 1e-9)) {
      throw new Error('A secret is not what its atoms come to.');
    }
    this.#components = this.truth.map(() => undefined);
    this.#audits = this.secrets.map(() => undefined);
    this.#secretsOf = this.truth.map(() => []);
    this.secrets.forEach(({ form }, index) => {
      for (const { atom } of form) this.#secretsOf[atom]?.push(index);
    });
    lines.forEach(({ form, unit }, position) => {
      if (unit === undefined) return;
      const key = keyOf(form);
      this.#statementsOf.set(key, [...(this.#statementsOf.get(key) ?? []), position]);
    });
  }

  isHidden(unit: number): boolean {
    return this.#hidden.has(unit);
  }

  /** Hides a unit; answers which secrets that may have changed, by their position. */
  hide(unit: number): number[] {
    const lines = this.lines.linesOfUnit.get(unit) ?? [];
    this.#hidden.add(unit);
    return this.#touch(lines, this.deduction.withhold(lines));
  }

  /** Shows a unit again; answers which secrets that may have changed, by their position. */
  show(unit: number): number[] {
    const lines = this.lines.linesOfUnit.get(unit) ?? [];
    this.#hidden.delete(unit);
    return this.#touch(lines, this.deduction.tell(lines));
  }

  /** What can be deduced of a secret; undefined when it is not of few people, or is published as it is. */
  audit(index: number): Audited | undefined {
    const known = this.#audits[index];
    if (known !== undefined) return known.audited;
    const secret = this.secrets[index];
    const audited =
      secret === undefined || !isFew(secret.value) || this.#isPublished(secret)
        ? undefined
        : this.#audited(secret);
    this.#audits[index] = { audited };
    return audited;
  }

  #audited(secret: Secret): Audited {
    const components = new Set<Component>();
    let known = 0;
    for (const { atom, times } of secret.form) {
      if (this.deduction.isKnown(atom)) known += times * (this.truth[atom] ?? 0);
      else components.add(this.#componentOf(atom));
    }
    const sum = (ranges: readonly Interval[]): Interval =>
      wholeNumbersIn({
        lower: ranges.reduce((total, { lower }) => total + lower, known),
        upper: ranges.reduce((total, { upper }) => total + upper, known),
      });
    const bySums = sum([...components].map((component) => component.bySums(secret.form)));
    const believed = sum([...components].map((component) => component.believed(secret.form)));
    return { secret, ...bySums, believed, safe: isSafe(bySums, believed) };
  }

  /** Whether a secret is told wherever it is stated: that it may be was decided elsewhere. */
  #isPublished({ form }: { readonly form: Form }): boolean {
    const statements = this.#statementsOf.get(keyOf(form)) ?? [];
    return statements.length > 0 && statements.every((position) => this.deduction.isTold(position));
  }

  #componentOf(atom: number): Component {
    const known = this.#components[atom];
    if (known !== undefined) return known;
    const component = componentOf(atom, this.lines, this.truth, this.deduction);
    for (const one of component.atoms) this.#components[one] = component;
    return component;
  }

  /** Forgets what was worked out about lines, atoms, and all that is in one line with these atoms. */
  #touch(lines: readonly number[], atoms: readonly number[]): number[] {
    const touched = new Set(atoms);
    for (const line of lines) for (const { atom } of this.#formOf(line)) touched.add(atom);
    const near = new Set([...touched].flatMap((atom) => this.lines.linesOf[atom] ?? []));
    for (const line of near) for (const { atom } of this.#formOf(line)) touched.add(atom);
    for (const atom of touched) {
      for (const other of this.#components[atom]?.atoms ?? []) {
        this.#components[other] = undefined;
        touched.add(other);
      }
    }
    const secrets = new Set([...touched].flatMap((atom) => this.#secretsOf[atom] ?? []));
    for (const secret of secrets) this.#audits[secret] = undefined;
    return [...secrets].sort((a, b) => a - b);
  }

  #formOf(line: number): Form {
    return this.lines.lines[line]?.form ?? [];
  }
}
