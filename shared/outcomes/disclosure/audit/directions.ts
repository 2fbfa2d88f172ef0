import type { Region } from './region.ts';

/** How far a count goes when columns go 1, by column; what is not named does not move it. */
export type Terms = ReadonlyMap<number, number>;

/** How the counts of a region can move together without breaking an equation. */
export type Directions = {
  /** How many columns there are: counts that are left free. */
  readonly width: number;
  /** By count. */
  readonly terms: readonly Terms[];
};

/**
 * The directions of a region (Gauss–Jordan elimination with few terms to a row, each solved for the count that fewest
 * equations are of, since it has to be taken from the others).
 *
 * @example x + y = 8 has one direction: x −1, y 1
 */
export function directions({ truth, equations }: Region): Directions {
  const uses = truth.map(() => 0);
  for (const equation of equations) for (const { atom } of equation) uses[atom] = (uses[atom] ?? 0) + 1;
  /** By the count it is solved for. */
  const solved = new Map<number, Map<number, number>>();
  /** By count: the solved rows it is a term of. */
  const rowsWith = truth.map(() => new Set<number>());
  for (const equation of equations) {
    const row = new Map(equation.map(({ atom, times }) => [atom, times]));
    for (const { atom } of equation) {
      const earlier = solved.get(atom);
      if (earlier !== undefined) subtract(row, row.get(atom) ?? 0, earlier);
    }
    const count = pivotOf(row, uses);
    if (count === undefined) continue;
    const pivot = row.get(count) ?? 1;
    if (pivot !== 1) for (const [atom, times] of row) row.set(atom, times / pivot);
    for (const other of rowsWith[count] ?? []) {
      const earlier = solved.get(other);
      if (earlier === undefined) continue;
      subtract(earlier, earlier.get(count) ?? 0, row);
      for (const atom of row.keys()) {
        if (earlier.has(atom)) rowsWith[atom]?.add(other);
        else rowsWith[atom]?.delete(other);
      }
    }
    for (const atom of row.keys()) rowsWith[atom]?.add(count);
    solved.set(count, row);
  }
  const free = [...truth.keys()].filter((count) => !solved.has(count));
  const columnOf = new Map(free.map((count, column) => [count, column]));
  return {
    width: free.length,
    terms: truth.map((_, count) => {
      const own = columnOf.get(count);
      if (own !== undefined) return new Map([[own, 1]]);
      const terms = new Map<number, number>();
      for (const [atom, times] of solved.get(count) ?? []) {
        const column = columnOf.get(atom);
        if (column !== undefined) terms.set(column, -times);
      }
      return terms;
    }),
  };
}

function subtract(from: Map<number, number>, times: number, row: ReadonlyMap<number, number>): void {
  if (times === 0) return;
  for (const [atom, value] of row) {
    const less = (from.get(atom) ?? 0) - times * value;
    // What rounding leaves of nothing is nothing.
    if (Math.abs(less) < 1e-11) from.delete(atom);
    else from.set(atom, less);
  }
}

/** Of the counts taken once, since that divides without loss, the one with the fewest uses; else the largest. */
function pivotOf(row: ReadonlyMap<number, number>, uses: readonly number[]): number | undefined {
  let best: number | undefined;
  let fewest = Infinity;
  for (const [atom, times] of row) {
    const size = Math.abs(times);
    const use = uses[atom] ?? 0;
    if (size === 1 && use < fewest) {
      best = atom;
      fewest = use;
    } else if (fewest === Infinity && size > Math.abs(row.get(best ?? -1) ?? 1e-9)) best = atom;
  }
  return best;
}
