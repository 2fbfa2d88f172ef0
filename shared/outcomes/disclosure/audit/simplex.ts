import { directions } from './directions.ts';
import { TOLERANCE } from './few.ts';
import type { Form } from './knowledge.ts';
import { amount } from './lines.ts';
import type { Region } from './region.ts';

/** Smaller coefficients are taken for rounding errors. */
const NEGLIGIBLE = 1e-9;
/** So many steps without getting anywhere and the careful rule is used, which cannot go round in circles. */
const PATIENCE = 20;
/** How many people further something is tried that seems to have no end. */
const FAR = 1000;

/** A slack, how far a limit is from being met, by those of the limits that are met: coefficients, and last its value. */
type Row = { slack: number; readonly terms: Float64Array };

/**
 * Where in a region forms are as much as they can be: the simplex method, started at the truth, which is in the
 * region, so that nothing is ever found impossible; each search goes on from where the one before ended. What it finds
 * is put into the equations before it is believed, so a rounding error can make a range too narrow, never too wide.
 *
 * Source: Chvátal V, Linear Programming (1983), chapters 2 and 3 (dictionaries, Bland's rule).
 */
export class Simplex {
  readonly #region: Region;
  /** What the equations come to. */
  readonly #sums: readonly number[];
  #rows: Row[] = [];
  /** By column: the slack that is 0 unless the column moves. */
  #columns: number[] = [];

  constructor(region: Region) {
    this.#region = region;
    this.#sums = region.equations.map((equation) => amount(equation, region.truth));
    this.#start();
  }

  /**
   * A place where a form is as much as it can be, or `further` more than in truth; far away where nothing bounds it; the
   * truth when no answer can be trusted.
   */
  highest(form: Form, further = Infinity): ArrayLike<number> {
    const found = this.#climb(form, further);
    if (found !== undefined) return found;
    this.#start();
    return this.#climb(form, further) ?? this.#region.truth;
  }

  /** From the truth along each direction in turn to the first limit, so that every column is the slack of a limit. */
  #start(): void {
    const { truth, floor, atLeast } = this.#region;
    const { width, terms } = directions(this.#region);
    this.#rows = truth.map((value, atom) => {
      const row = { slack: atom, terms: new Float64Array(width + 1) };
      for (const [column, times] of terms[atom] ?? []) row.terms[column] = times;
      row.terms[width] = value - (floor[atom] ?? 0);
      return row;
    });
    atLeast.forEach(({ form, least }, index) => {
      const row = { slack: truth.length + index, terms: new Float64Array(width + 1) };
      for (const { atom, times } of form)
        for (const [column, by] of terms[atom] ?? [])
          row.terms[column] = (row.terms[column] ?? 0) + times * by;
      row.terms[width] = amount(form, truth) - least;
      this.#rows.push(row);
    });
    this.#columns = Array.from({ length: width }, () => -1);
    for (let column = 0; column < width; column += 1) {
      const row = this.#firstLimit(column, -1) ?? this.#firstLimit(column, 1);
      if (row === undefined) continue;
      this.#pivot(row, column);
      // Directions have no limit themselves: once they follow from the limits they are not looked at again.
      this.#rows = this.#rows.filter((other) => other !== row);
    }
  }

  #climb(form: Form, further: number): ArrayLike<number> | undefined {
    const goal = this.#goalOf(form);
    const enough = amount(form, this.#region.truth) - amount(form, this.#region.floor) + further;
    let idle = 0;
    for (let step = 0; step < 1000 + 20 * this.#rows.length; step += 1) {
      if ((goal.terms.at(-1) ?? 0) >= enough) return this.#confirmed();
      const column = this.#entering(goal.terms, idle >= PATIENCE);
      if (column === undefined) return this.#confirmed();
      const row = this.#firstLimit(column, 1);
      if (row === undefined) return this.#confirmed(column);
      idle = (row.terms.at(-1) ?? 0) > NEGLIGIBLE ? 0 : idle + 1;
      this.#pivot(row, column, goal);
    }
    return undefined;
  }

  /** The form by the columns. */
  #goalOf(form: Form): Row {
    const terms = new Float64Array(this.#columns.length + 1);
    const timesOf = new Map(form.map(({ atom, times }) => [atom, times]));
    this.#columns.forEach((slack, column) => (terms[column] = timesOf.get(slack) ?? 0));
    for (const row of this.#rows) {
      const times = timesOf.get(row.slack);
      if (times === undefined) continue;
      addTo(terms, times, row.terms);
    }
    return { slack: -1, terms };
  }

  /** The column that does most for the goal, or by the careful rule the first that does anything. */
  #entering(goal: Float64Array, careful: boolean): number | undefined {
    let best: number | undefined;
    for (let column = 0; column < this.#columns.length; column += 1) {
      const gain = goal[column] ?? 0;
      if (gain <= NEGLIGIBLE) continue;
      const isBetter =
        best === undefined ||
        (careful ? (this.#columns[column] ?? 0) < (this.#columns[best] ?? 0) : gain > (goal[best] ?? 0));
      if (isBetter) best = column;
    }
    return best;
  }

  /** The limit met first when a column grows, or shrinks; of several the one with the lowest number. */
  #firstLimit(column: number, direction: 1 | -1): Row | undefined {
    let best: Row | undefined;
    let nearest = Infinity;
    for (const row of this.#rows) {
      const by = (row.terms[column] ?? 0) * direction;
      if (by >= -NEGLIGIBLE) continue;
      const distance = Math.max(row.terms.at(-1) ?? 0, 0) / -by;
      const isTie = Math.abs(distance - nearest) <= NEGLIGIBLE;
      if (isTie ? row.slack < (best?.slack ?? 0) : distance < nearest) {
        best = row;
        nearest = distance;
      }
    }
    return best;
  }

  /** Lets a column and the slack of a row change places. */
  #pivot(row: Row, column: number, goal?: Row): void {
    const { terms } = row;
    const pivot = terms[column] ?? 1;
    for (let at = 0; at < terms.length; at += 1) terms[at] = -(terms[at] ?? 0) / pivot;
    terms[column] = 1 / pivot;
    const moving: number[] = [];
    for (let at = 0; at < terms.length; at += 1) if (at !== column && terms[at] !== 0) moving.push(at);
    for (const other of goal === undefined ? this.#rows : [...this.#rows, goal]) {
      const times = other === row ? 0 : (other.terms[column] ?? 0);
      if (times === 0) continue;
      for (const at of moving) {
        const value = (other.terms[at] ?? 0) + times * (terms[at] ?? 0);
        other.terms[at] = Math.abs(value) < 1e-11 ? 0 : value;
      }
      other.terms[column] = times / pivot;
    }
    const slack = this.#columns[column] ?? -1;
    this.#columns[column] = row.slack;
    row.slack = slack;
  }

  /** Where the search is, or far along `column` from there, if that is in the region. */
  #confirmed(column?: number): ArrayLike<number> | undefined {
    const { floor, equations, atLeast } = this.#region;
    const point = Float64Array.from(floor);
    for (const { slack, terms } of this.#rows) {
      if (slack < 0 || slack >= point.length) continue;
      const further = column === undefined ? 0 : (terms[column] ?? 0) * FAR;
      point[slack] = (point[slack] ?? 0) + (terms.at(-1) ?? 0) + further;
    }
    const moved = column === undefined ? undefined : this.#columns[column];
    if (moved !== undefined && moved < point.length) point[moved] = (point[moved] ?? 0) + FAR;
    const holds =
      point.every((value, atom) => value >= (floor[atom] ?? 0) - TOLERANCE) &&
      atLeast.every((one) => amount(one.form, point) >= one.least - TOLERANCE) &&
      equations.every((one, index) => Math.abs(amount(one, point) - (this.#sums[index] ?? 0)) <= TOLERANCE);
    return holds ? point : undefined;
  }
}

function addTo(sum: Float64Array, times: number, terms: Float64Array): void {
  for (let at = 0; at < terms.length; at += 1) sum[at] = (sum[at] ?? 0) + times * (terms[at] ?? 0);
}
