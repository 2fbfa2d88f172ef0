import type { Form } from './knowledge.ts';

const UNKNOWN = -1;

/**
 * Which atoms a reader can work out by taking one known number from another, step by step: the last unknown atom of
 * a line that is told, and all unknown atoms of a line whose rest is nobody. Each known atom remembers the line it
 * was had from, so that hiding a line only forgets what was had through it.
 */
export class Deduction {
  readonly #forms: readonly Form[];
  readonly #linesOf: readonly (readonly number[])[];
  readonly #truth: readonly number[];
  readonly #told: boolean[];
  readonly #hadFrom: number[];

  /** `told`: which of the lines a reader is told. */
  constructor(
    forms: readonly Form[],
    linesOf: readonly (readonly number[])[],
    truth: readonly number[],
    told: readonly boolean[],
  ) {
    this.#forms = forms;
    this.#linesOf = linesOf;
    this.#truth = truth;
    this.#told = [...told];
    this.#hadFrom = truth.map(() => UNKNOWN);
    this.#learn([...told.keys()]);
  }

  isTold(line: number): boolean {
    return this.#told[line] === true;
  }

  isKnown(atom: number): boolean {
    return this.#hadFrom[atom] !== UNKNOWN;
  }

  /** The terms of a form whose atoms are not known. */
  open(form: Form): Form {
    return form.filter(({ atom }) => this.#hadFrom[atom] === UNKNOWN);
  }

  /** Tells lines; answers which atoms that makes known. */
  tell(lines: readonly number[]): number[] {
    for (const line of lines) this.#told[line] = true;
    return this.#learn([...lines]);
  }

  /** Withholds lines; answers which atoms may no longer be known. */
  withhold(lines: readonly number[]): number[] {
    const forgotten: number[] = [];
    const shaken = [...lines];
    for (const line of lines) this.#told[line] = false;
    for (let line = shaken.pop(); line !== undefined; line = shaken.pop()) {
      for (const { atom } of this.#forms[line] ?? []) {
        if (this.#hadFrom[atom] !== line) continue;
        this.#hadFrom[atom] = UNKNOWN;
        forgotten.push(atom);
        shaken.push(...(this.#linesOf[atom] ?? []));
      }
    }
    this.#learn(forgotten.flatMap((atom) => this.#linesOf[atom] ?? []));
    return forgotten;
  }

  #learn(lines: number[]): number[] {
    const learnt: number[] = [];
    for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
      if (this.#told[line] !== true) continue;
      const open = this.open(this.#forms[line] ?? []);
      if (open.length !== 1 && !this.#isNobody(open)) continue;
      for (const { atom } of open) {
        this.#hadFrom[atom] = line;
        learnt.push(atom);
        lines.push(...(this.#linesOf[atom] ?? []));
      }
    }
    return learnt;
  }

  /** Whether what is left of a line can only be nobody: none is taken away, and together they are none. */
  #isNobody(open: Form): boolean {
    const sign = Math.sign(open[0]?.times ?? 0);
    return open.every(({ atom, times }) => Math.sign(times) === sign && this.#truth[atom] === 0);
  }
}
