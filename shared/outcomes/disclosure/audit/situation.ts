import { Surroundings } from './surroundings.ts';
import { Deduction } from './deduction.ts';
import { isFew, TOLERANCE } from './few.ts';
import type { Form, Knowledge, Secret } from './knowledge.ts';
import { amount, keyOf, linesOf, tidied, type Lines } from './lines.ts';
import { isPossible, movedBy, type Move } from './move.ts';
import { NOTHING_SHOWN, type Proof, prove, type Shown, shownBy } from './proof.ts';

/** How many atoms around a secret are looked at, one after the other, before it is taken for told. */
const SIZES = [64, 256, 1024];

/** Knowledge while some units are hidden, and for each secret the proof that it is hidden well enough. */
export class Situation {
  readonly lines: Lines;
  readonly deduction: Deduction;
  readonly truth: readonly number[];
  /** Those of few people, in the order of their names. */
  readonly secrets: readonly Secret[];
  readonly #hidden: Set<number>;
  /** By secret: the atoms of all secrets of its figure. */
  readonly #homes: readonly (readonly number[])[];
  /** By secret: the lines that state just that, if any do. */
  readonly #statementsOf: readonly (readonly number[])[];
  /** By secret; undefined: to be looked for. */
  readonly #proofs: (Proof | undefined)[];
  /** By atom: the secrets it is part of. */
  readonly #secretsOf: readonly number[][];
  /** By atom: the secrets in whose proofs it has moved. */
  readonly #movedIn: (Set<number> | undefined)[];
  #surroundings: Surroundings;
  /** Secrets with a proof that is not enough. */
  readonly #told = new Set<number>();

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
    const figures = Map.groupBy(this.secrets, ({ figure, name }) => figure ?? name);
    const homes = new Map(
      [...figures].map(([figure, some]) => [
        figure,
        [...new Set(some.flatMap(({ form }) => form.map(({ atom }) => atom)))],
      ]),
    );
    this.#homes = this.secrets.map(({ figure, name }) => homes.get(figure ?? name) ?? []);
    const stated = new Map<string, number[]>();
    lines.forEach(({ form, unit }, position) => {
      if (unit === undefined) return;
      const same = stated.get(keyOf(form));
      if (same === undefined) stated.set(keyOf(form), [position]);
      else same.push(position);
    });
    this.#statementsOf = this.secrets.map(({ form }) => stated.get(keyOf(form)) ?? []);
    this.#proofs = this.secrets.map(() => undefined);
    this.#secretsOf = this.truth.map(() => []);
    this.secrets.forEach(({ form }, index) => {
      for (const { atom } of form) this.#secretsOf[atom]?.push(index);
    });
    this.#surroundings = this.#lookAround();
    this.#movedIn = this.truth.map(() => undefined);
  }

  isHidden(unit: number): boolean {
    return this.#hidden.has(unit);
  }

  /** Withholds a unit. The less is told, the less is known: what was proven hidden still is. */
  hide(unit: number): void {
    this.#hidden.add(unit);
    this.deduction.withhold(this.#linesOf(unit));
    this.#surroundings = this.#lookAround();
    for (const secret of this.#told) this.#proofs[secret] = undefined;
    this.#told.clear();
  }

  /** Shows a unit again. A proof holds as long as what is told does not change by what it moves. */
  show(unit: number): void {
    const told = this.#linesOf(unit);
    this.#hidden.delete(unit);
    this.deduction.tell(told);
    this.#surroundings = this.#lookAround();
    for (const line of told) {
      const form = this.lines.lines[line]?.form ?? [];
      for (const secret of this.#secretsMoving(form)) {
        if (this.#moves(secret).every((move) => Math.abs(movedBy(form, move)) <= TOLERANCE)) continue;
        this.#proofs[secret] = undefined;
        this.#told.delete(secret);
      }
    }
  }

  /** Withholds units, and if that does not answer the purpose shows them again. */
  hideIf(units: readonly number[], purpose: () => boolean): boolean {
    const back = this.#remember();
    for (const unit of units) this.hide(unit);
    if (purpose()) return true;
    for (const unit of units) this.show(unit);
    back();
    return false;
  }

  /** Shows a unit again, and if then any secret is not `fine` withholds it. */
  showIf(unit: number, isFine: (secret: number) => boolean): boolean {
    const back = this.#remember();
    this.show(unit);
    const areFine = this.secrets.every((_, secret) => this.#proofs[secret] !== undefined || isFine(secret));
    if (areFine) return true;
    this.hide(unit);
    back();
    return false;
  }

  /** Whether a secret, by its position, is hidden well enough, or is published as it is. */
  isSafe(index: number): boolean {
    return this.isPublished(index) || this.shown(index).safe;
  }

  /** How far a secret is shown to be hidden, by its position. */
  shown(index: number): Shown {
    const secret = this.secrets[index];
    if (secret === undefined) throw new Error(`There is no secret ${index}.`);
    const known = this.#proofs[index];
    const proof = known ?? prove(secret, this.#homes[index] ?? [], this.#surroundings, SIZES);
    const shown = shownBy(secret, proof);
    if (known === undefined) {
      this.#keep(index, proof, shown.safe);
      this.#share(proof);
    }
    return shown;
  }

  /** Whether a secret is told wherever it is stated: that it may be was decided elsewhere. */
  isPublished(index: number): boolean {
    const statements = this.#statementsOf[index] ?? [];
    return statements.length > 0 && statements.every((position) => this.deduction.isTold(position));
  }

  /** Whether nothing that is known contradicts what any secret was shown to be: every move put back into every line. */
  holds(): boolean {
    const { lines, truth, deduction } = this;
    const isTold = (line: number): boolean => deduction.isTold(line);
    return this.#proofs.every(
      (proof = NOTHING_SHOWN) =>
        proof.believed.every((move) => isPossible(move, lines, truth, isTold, true)) &&
        proof.bySums.every((move) => isPossible(move, lines, truth, isTold, false)),
    );
  }

  #keep(index: number, proof: Proof, safe: boolean): void {
    this.#proofs[index] = proof;
    if (!safe) this.#told.add(index);
    for (const move of this.#moves(index))
      for (const atom of move.keys()) (this.#movedIn[atom] ??= new Set()).add(index);
  }

  /** What was found for one secret often shows as much of others. */
  #share({ believed }: Proof): void {
    const touched = new Set(
      believed.flatMap((move) => [...move.keys()].flatMap((atom) => this.#secretsOf[atom] ?? [])),
    );
    for (const other of touched) {
      const secret = this.secrets[other];
      if (secret === undefined || this.#proofs[other] !== undefined) continue;
      const proof = { believed, bySums: [] };
      if (shownBy(secret, proof).safe) this.#keep(other, proof, true);
    }
  }

  #moves(secret: number): readonly Move[] {
    const proof = this.#proofs[secret];
    return proof === undefined ? [] : [...proof.believed, ...proof.bySums];
  }

  #secretsMoving(form: Form): Set<number> {
    return new Set(form.flatMap(({ atom }) => [...(this.#movedIn[atom] ?? [])]));
  }

  /** How to go back to the proofs there are now; units must be as they are now. */
  #remember(): () => void {
    const proofs = [...this.#proofs];
    const told = [...this.#told];
    return () => {
      proofs.forEach((proof, secret) => (this.#proofs[secret] = proof));
      this.#told.clear();
      for (const secret of told) this.#told.add(secret);
    };
  }

  #lookAround(): Surroundings {
    return new Surroundings(this.lines, this.truth, this.deduction);
  }

  #linesOf(unit: number): readonly number[] {
    return this.lines.linesOfUnit.get(unit) ?? [];
  }
}
