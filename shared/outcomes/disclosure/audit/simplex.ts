import type { Directions } from './directions.ts';
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
/** Stands for the slack of a column that is a direction itself: it has no limit and may go either way. */
const FREE = -1;

/**
 * A slack, how far a limit is from being met, by those of the limits that are met: its value, and by column the
 * coefficients that are not 0, which are few. `order`: its place among the rows.
 */
type Row = { slack: number; readonly order: number; value: number; readonly terms: Map<number, number> };

type Way = 1 | -1;

/**
 * Where in a region forms are as much as they can be: the simplex method, started at the truth, which is in the
 * region, so that nothing is ever found impossible; each search goes on from where the one before ended. A direction
 * that does nothing for a form stays as it is, so that little moves and few other things that are told can break the
 * move. What is found is put into the equations before it is believed, so a rounding error can make a range too narrow,
 * never too wide.
 *
 * Source: Chvátal V, Linear Programming (1983), chapters 2 and 3 (dictionaries, Bland's rule).
 */
export class Simplex {
  readonly #region: Region;
  readonly #directions: Directions;
  /** What the equations come to. */
  readonly #sums: readonly number[];
  readonly #rows = new Set<Row>();
  /** By column: the rows it is in. */
  #rowsWith: Set<Row>[] = [];
  /** By column: the slack that is 0 unless the column moves, or `FREE`. */
  #columns: number[] = [];

  constructor(region: Region, directions: Directions) {
    this.#region = region;
    this.#directions = directions;
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

  /** At the truth, from where every direction is free. */
  #start(): void {
    const { truth, floor, atLeast } = this.#region;
    const { width, terms } = this.#directions;
    this.#rows.clear();
    this.#rowsWith = Array.from({ length: width }, () => new Set());
    this.#columns = Array.from({ length: width }, () => FREE);
    truth.forEach((value, atom) => {
      this.#add(value - (floor[atom] ?? 0), new Map(terms[atom]));
    });
    for (const { form, least } of atLeast) {
      const sum = new Map<number, number>();
      for (const { atom, times } of form)
        for (const [column, by] of terms[atom] ?? [])
          sum.set(column, rounded((sum.get(column) ?? 0) + times * by));
      this.#add(amount(form, truth) - least, sum);
    }
  }

  /** One more row; its slack is numbered as it is. */
  #add(value: number, terms: Map<number, number>): void {
    const row = { slack: this.#rows.size, order: this.#rows.size, value, terms };
    this.#rows.add(row);
    for (const column of terms.keys()) this.#rowsWith[column]?.add(row);
  }

  #drop(row: Row): void {
    this.#rows.delete(row);
    for (const column of row.terms.keys()) this.#rowsWith[column]?.delete(row);
  }

  #climb(form: Form, further: number): ArrayLike<number> | undefined {
    const goal = this.#goalOf(form);
    const enough = amount(form, this.#region.truth) - amount(form, this.#region.floor) + further;
    let idle = 0;
    for (let step = 0; step < 1000 + 20 * this.#rows.size; step += 1) {
      if (goal.value >= enough) return this.#confirmed();
      const column = this.#entering(goal.terms, idle >= PATIENCE);
      if (column === undefined) return this.#confirmed();
      const way = (goal.terms.get(column) ?? 0) > 0 ? 1 : -1;
      const row = this.#firstLimit(column, way);
      if (row === undefined) return this.#confirmed({ column, way });
      idle = row.value > NEGLIGIBLE ? 0 : idle + 1;
      const isFree = this.#columns[column] === FREE;
      this.#pivot(row, column, goal);
      // What has no limit itself follows from the limits from now on, and is not looked at again.
      if (isFree) this.#drop(row);
    }
    return undefined;
  }

  /** The form by the columns. */
  #goalOf(form: Form): Row {
    const timesOf = new Map(form.map(({ atom, times }) => [atom, times]));
    const goal: Row = { slack: -1, order: -1, value: 0, terms: new Map() };
    this.#columns.forEach((slack, column) => {
      const times = timesOf.get(slack);
      if (times !== undefined) goal.terms.set(column, times);
    });
    for (const { slack, value, terms } of this.#rows) {
      const times = timesOf.get(slack);
      if (times === undefined) continue;
      goal.value += times * value;
      for (const [at, by] of terms) goal.terms.set(at, (goal.terms.get(at) ?? 0) + times * by);
    }
    return goal;
  }

  /** The column that does most for the goal, or by the careful rule the first that does anything. */
  #entering(goal: ReadonlyMap<number, number>, careful: boolean): number | undefined {
    let best: number | undefined;
    let most = NEGLIGIBLE;
    for (const [column, more] of goal) {
      const gain = this.#columns[column] === FREE ? Math.abs(more) : more;
      if (gain <= NEGLIGIBLE) continue;
      const isBetter =
        best === undefined ||
        (careful
          ? (this.#columns[column] ?? 0) < (this.#columns[best] ?? 0)
          : gain > most || (gain === most && column < best));
      if (!isBetter) continue;
      best = column;
      most = gain;
    }
    return best;
  }

  /** The limit met first when a column grows, or shrinks; of several the one with the lowest number. */
  #firstLimit(column: number, way: Way): Row | undefined {
    let best: Row | undefined;
    let nearest = Infinity;
    for (const row of this.#with(column)) {
      const by = (row.terms.get(column) ?? 0) * way;
      if (by >= -NEGLIGIBLE) continue;
      const distance = Math.max(row.value, 0) / -by;
      const isTie = Math.abs(distance - nearest) <= NEGLIGIBLE;
      if (isTie ? row.slack < (best?.slack ?? 0) : distance < nearest) {
        best = row;
        nearest = distance;
      }
    }
    return best;
  }

  /** The rows that a column is in. */
  #with(column: number): readonly Row[] {
    const rows = [...(this.#rowsWith[column] ?? [])];
    return rows.length > 1 ? rows.sort((a, b) => a.order - b.order) : rows;
  }

  /** Lets a column and the slack of a row change places. */
  #pivot(row: Row, column: number, goal?: Row): void {
    const { terms } = row;
    const pivot = terms.get(column) ?? 1;
    row.value = -row.value / pivot;
    for (const [at, times] of terms) terms.set(at, at === column ? 1 / pivot : -times / pivot);
    for (const other of this.#with(column)) {
      if (other === row) continue;
      this.#replace(other, column, row, pivot);
      for (const at of terms.keys()) {
        if (other.terms.has(at)) this.#rowsWith[at]?.add(other);
        else this.#rowsWith[at]?.delete(other);
      }
    }
    if (goal !== undefined) this.#replace(goal, column, row, pivot);
    const slack = this.#columns[column] ?? FREE;
    this.#columns[column] = row.slack;
    row.slack = slack;
  }

  /** Puts what a column has become in its place: `row`, which was solved for it by dividing by `pivot`. */
  #replace(other: Row, column: number, row: Row, pivot: number): void {
    const times = other.terms.get(column) ?? 0;
    if (times === 0) return;
    other.value = rounded(other.value + times * row.value);
    for (const [at, by] of row.terms) {
      if (at === column) continue;
      const value = rounded((other.terms.get(at) ?? 0) + times * by);
      if (value === 0) other.terms.delete(at);
      else other.terms.set(at, value);
    }
    other.terms.set(column, times / pivot);
  }

  /** Where the search is, or far along a column from there, if that is in the region. */
  #confirmed(along?: { readonly column: number; readonly way: Way }): ArrayLike<number> | undefined {
    const { floor, equations, atLeast } = this.#region;
    const point = Float64Array.from(floor);
    for (const { slack, value, terms } of this.#rows) {
      if (slack < 0 || slack >= point.length) continue;
      const further = along === undefined ? 0 : (terms.get(along.column) ?? 0) * along.way * FAR;
      point[slack] = (point[slack] ?? 0) + value + further;
    }
    const moved = along === undefined ? FREE : (this.#columns[along.column] ?? FREE);
    if (moved !== FREE && moved < point.length) point[moved] = (point[moved] ?? 0) + FAR;
    const holds =
      point.every((value, atom) => value >= (floor[atom] ?? 0) - TOLERANCE) &&
      atLeast.every((one) => amount(one.form, point) >= one.least - TOLERANCE) &&
      equations.every((one, index) => Math.abs(amount(one, point) - (this.#sums[index] ?? 0)) <= TOLERANCE);
    return holds ? point : undefined;
  }
}

/** What rounding leaves of nothing is nothing. */
function rounded(value: number): number {
  return Math.abs(value) < 1e-11 ? 0 : value;
}
