import { beliefsOf } from './beliefs.ts';
import { chain } from './chain.ts';
import type { Deduction } from './deduction.ts';
import { type Directions, directions } from './directions.ts';
import type { Form } from './knowledge.ts';
import { isBelieved, keyOf, type Line, type Lines } from './lines.ts';
import type { Move } from './move.ts';
import type { Region } from './region.ts';
import { Simplex } from './simplex.ts';

/** Unknown atoms near a form: what can move while all others stay as they are. */
export type Around = {
  /**
   * A move by which a form is as much more as it can be, or `further` more, for a reader who believes that what is
   * withheld is not empty.
   */
  readonly believedMore: (form: Form, further: number) => Move;
  /** The same by the sums alone; undefined where believing makes no difference. */
  readonly more?: (form: Form, further: number) => Move;
};

/** Where to look for moves while what is told does not change: what was made for one form serves the next. */
export class Surroundings {
  readonly #lines: Lines;
  readonly #truth: readonly number[];
  readonly #deduction: Deduction;
  readonly #made = new Map<string, Around>();

  constructor(lines: Lines, truth: readonly number[], deduction: Deduction) {
    this.#lines = lines;
    this.#truth = truth;
    this.#deduction = deduction;
  }

  /** A move by which a form is `further` more, where one is found without looking around much. */
  chain(form: Form, further: number): Move | undefined {
    return chain(form, further, this.#lines, this.#truth, this.#deduction);
  }

  /**
   * Ever wider surroundings of atoms: those of them that are unknown and those next to these, as many as each of
   * `sizes` (rising), until no line leads further.
   */
  *of(home: readonly number[], sizes: readonly number[]): Generator<Around> {
    const atoms = new Set(home.filter((atom) => !this.#deduction.isKnown(atom)));
    const next = this.#neighbours(atoms);
    for (const size of sizes) {
      let isAll = false;
      while (atoms.size < size && !isAll) {
        const found = next.next();
        if (found.done === true) isAll = true;
        else atoms.add(found.value);
      }
      yield this.#around([...atoms].sort((a, b) => a - b));
      if (isAll) return;
    }
  }

  /**
   * The unknown atoms that told lines link to some, the nearest first, and of these those in the shorter lines; then
   * those of whom one can be nobody as long as another is somebody.
   */
  *#neighbours(atoms: ReadonlySet<number>): Generator<number> {
    const seen = new Set(atoms);
    for (let edge: readonly number[] = [...atoms]; edge.length > 0;) {
      const told = this.#nextTo(edge, seen, ({ told }) => told);
      const found = told.length > 0 ? told : this.#nextTo([...seen], seen, ({ line }) => isBelieved(line));
      yield* found;
      edge = found;
    }
  }

  /** The unknown atoms that some lines link to others, those in the shorter lines first, which from now on are `seen`. */
  #nextTo(
    atoms: readonly number[],
    seen: Set<number>,
    leads: (one: { readonly line: Line; readonly told: boolean }) => boolean,
  ): readonly number[] {
    const { lines, linesOf } = this.#lines;
    const forms = [...new Set(atoms.flatMap((atom) => linesOf[atom] ?? []))].flatMap((position) => {
      const line = lines[position];
      return line !== undefined && leads({ line, told: this.#deduction.isTold(position) })
        ? [this.#deduction.open(line.form)]
        : [];
    });
    const found: number[] = [];
    for (const form of forms.sort((a, b) => a.length - b.length))
      for (const { atom } of form)
        if (!seen.has(atom)) {
          seen.add(atom);
          found.push(atom);
        }
    return found;
  }

  #around(atoms: readonly number[]): Around {
    const key = atoms.join(' ');
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#make(atoms);
    this.#made.set(key, made);
    return made;
  }

  #make(atoms: readonly number[]): Around {
    const { lines, linesOf } = this.#lines;
    const indexOf = new Map(atoms.map((atom, index) => [atom, index]));
    const indexed = (form: Form): Form => {
      const inside: { atom: number; times: number }[] = [];
      for (const { atom, times } of form) {
        const index = indexOf.get(atom);
        if (index !== undefined) inside.push({ atom: index, times });
      }
      return inside;
    };
    const equations = new Map<string, Form>();
    const withheld: Line[] = [];
    for (const position of new Set(atoms.flatMap((atom) => linesOf[atom] ?? []))) {
      const line = lines[position];
      if (line === undefined) continue;
      if (!this.#deduction.isTold(position)) withheld.push(line);
      else {
        const form = indexed(line.form);
        equations.set(keyOf(form), form);
      }
    }
    const { floors, sums } = beliefsOf(withheld, (atom) => indexOf.has(atom), this.#truth);
    const bySums: Region = {
      truth: atoms.map((atom) => this.#truth[atom] ?? 0),
      floor: atoms.map(() => 0),
      equations: [...equations.values()],
      atLeast: [],
    };
    const believed: Region = {
      ...bySums,
      floor: atoms.map((atom) => floors.get(atom) ?? 0),
      atLeast: sums.map(({ form, least }) => ({ form: indexed(form), least })),
    };
    let ways: Directions | undefined;
    const mover = (region: Region) => {
      let simplex: Simplex | undefined;
      return (form: Form, further: number): Move => {
        simplex ??= new Simplex(region, (ways ??= directions(bySums)));
        const place = simplex.highest(indexed(form), further);
        const move = new Map<number, number>();
        atoms.forEach((atom, index) => {
          const by = (place[index] ?? 0) - (region.truth[index] ?? 0);
          if (by !== 0) move.set(atom, by);
        });
        return move;
      };
    };
    return {
      believedMore: mover(believed),
      ...(floors.size + sums.length > 0 && { more: mover(bySums) }),
    };
  }
}
