import { componentOf, type Component } from './component.ts';
import { Deduction } from './deduction.ts';
import { ENOUGH, isFew, isSafe, TOLERANCE, wholeNumbersIn, type Interval } from './few.ts';
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

const EVERYTHING: Interval = { lower: 0, upper: Infinity };

/** Knowledge while some units are hidden. What a change does not touch is not worked out again. */
export class Situation {
  readonly lines: Lines;
  readonly deduction: Deduction;
  readonly truth: readonly number[];
  /** Those of few people, in the order of their names. */
  readonly secrets: readonly Secret[];
  readonly #hidden: Set<number>;
  readonly #secretsOf: readonly number[][];
  /** By form: the statements of just that. */
  readonly #statementsOf = new Map<string, number[]>();
  readonly #components: (Component | undefined)[];
  /** By secret: published wherever it is stated, hidden well enough, or told more nearly than it may be. */
  readonly #safe: ('published' | 'hidden' | 'told' | undefined)[];

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
    const secrets = knowledge.secrets.map((secret) => ({ ...secret, form: tidied(secret.form) }));
    if (!secrets.every(({ form, value }) => Math.abs(amount(form, this.truth) - value) < 1e-9)) {
      throw new Error('A secret is not what its atoms come to.');
    }
    this.secrets = secrets
      .filter(({ value, people = value }) => isFew(people))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#components = this.truth.map(() => undefined);
    this.#safe = this.secrets.map(() => undefined);
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

  /** Withholds a unit. The less is told, the less is known: what was hidden well enough still is. */
  hide(unit: number): void {
    const lines = this.lines.linesOfUnit.get(unit) ?? [];
    this.#hidden.add(unit);
    for (const secret of this.#secretsOn(this.#touch(lines, this.deduction.withhold(lines))))
      if (this.#safe[secret] !== 'hidden') this.#safe[secret] = undefined;
  }

  /** Shows a unit again. The more is told, the more is known: what was not hidden well enough still is not. */
  show(unit: number): void {
    const lines = this.lines.linesOfUnit.get(unit) ?? [];
    this.#hidden.delete(unit);
    const touched = this.#touch(lines, this.deduction.tell(lines));
    // What is told joins what hangs together: all of that may be known more nearly.
    for (const atom of [...touched])
      if (!this.deduction.isKnown(atom))
        for (const other of this.#componentOf(atom).atoms) touched.add(other);
    for (const secret of this.#secretsOn(touched))
      if (this.#safe[secret] !== 'told') this.#safe[secret] = undefined;
  }

  /** Withholds units, and if they do not answer the purpose shows them again, forgetting nothing meanwhile. */
  hideIf(units: readonly number[], purpose: () => boolean): boolean {
    const before = [...this.#safe];
    for (const unit of units) this.hide(unit);
    if (purpose()) return true;
    for (const unit of units) this.show(unit);
    before.forEach((safe, secret) => (this.#safe[secret] = safe));
    return false;
  }

  /** Shows a unit again, and if that does not answer the purpose withholds it, forgetting nothing meanwhile. */
  showIf(unit: number, purpose: () => boolean): boolean {
    const before = [...this.#safe];
    this.show(unit);
    if (purpose()) return true;
    this.hide(unit);
    before.forEach((safe, secret) => (this.#safe[secret] = safe));
    return false;
  }

  /** Whether a secret, by its position, is hidden well enough, or is published as it is. */
  isSafe(index: number): boolean {
    const secret = this.secrets[index];
    if (secret === undefined) return true;
    this.#safe[index] ??= this.#isPublished(secret)
      ? 'published'
      : this.#isHiddenWell(secret)
        ? 'hidden'
        : 'told';
    return this.#safe[index] !== 'told';
  }

  /** What can be deduced of a secret, by its position; undefined when it is published as it is. */
  audit(index: number): Audited | undefined {
    const secret = this.secrets[index];
    if (secret === undefined || this.#isPublished(secret)) return undefined;
    const bySums = this.#range(secret, 'bySums');
    const believed = this.#range(secret, 'believed');
    return { secret, ...bySums, believed, safe: isSafe(bySums, believed) };
  }

  /**
   * How many whole people wide the range is at least that a reader must leave a secret, by the places found so far;
   * undefined when it is published as it is.
   */
  widthSeen(index: number): number | undefined {
    const secret = this.secrets[index];
    if (secret === undefined || this.#isPublished(secret)) return undefined;
    const { lower, upper } = this.#range(secret, 'seen');
    return upper - lower;
  }

  /** The same as the audit has it, with less work: the range by the sums is never the narrower one. */
  #isHiddenWell(secret: Secret): boolean {
    const seen = this.#range(secret, 'seen');
    if (isSafe(seen, seen) || this.#canBeManyMore(secret)) return true;
    const believed = this.#range(secret, 'believed');
    if (isSafe(believed, believed)) return true;
    return isSafe(EVERYTHING, believed) && isSafe(this.#range(secret, 'bySums'), believed);
  }

  /** Whether a secret of one component may be as many people more as make any range wide enough. */
  #canBeManyMore({ form, value }: Secret): boolean {
    const unknown = form.filter(({ atom }) => !this.deduction.isKnown(atom));
    const [first, ...others] = new Set(unknown.map(({ atom }) => this.#componentOf(atom)));
    if (first === undefined || others.length > 0) return false;
    const many = Math.max(ENOUGH, value + ENOUGH);
    const known = value - amount(unknown, this.truth);
    return known + first.believedUpTo(form, many - known) >= many - TOLERANCE;
  }

  #range({ form }: Secret, by: 'bySums' | 'believed' | 'seen'): Interval {
    const components = new Set<Component>();
    let lower = 0;
    let upper = 0;
    for (const { atom, times } of form) {
      if (!this.deduction.isKnown(atom)) components.add(this.#componentOf(atom));
      else {
        lower += times * (this.truth[atom] ?? 0);
        upper += times * (this.truth[atom] ?? 0);
      }
    }
    for (const component of components) {
      const part = component[by](form);
      lower += part.lower;
      upper += part.upper;
    }
    return wholeNumbersIn({ lower: Math.max(0, lower), upper });
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

  /** Forgets the components of lines, atoms, and all that is in one line with these; answers which atoms they are. */
  #touch(lines: readonly number[], atoms: readonly number[]): Set<number> {
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
    return touched;
  }

  #secretsOn(atoms: ReadonlySet<number>): Set<number> {
    return new Set([...atoms].flatMap((atom) => this.#secretsOf[atom] ?? []));
  }

  #formOf(line: number): Form {
    return this.lines.lines[line]?.form ?? [];
  }
}
