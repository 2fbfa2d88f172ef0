import type { Region } from './region.ts';

/**
 * How the counts of a region can move together without breaking an equation: a row for each count, telling how far
 * it goes when one of the columns goes 1 (Gauss–Jordan elimination; a column is a count that is left free).
 *
 * @example x + y = 8 has one direction: x −1, y 1
 */
export function directions({ truth, equations }: Region): Float64Array[] {
  const size = truth.length;
  const solved: { readonly count: number; readonly row: Float64Array }[] = [];
  for (const equation of equations) {
    const row = new Float64Array(size);
    for (const { atom, times } of equation) row[atom] = times;
    for (const { count, row: earlier } of solved) subtract(row, row[count] ?? 0, earlier);
    const count = pivotOf(row);
    if (count === undefined) continue;
    const pivot = row[count] ?? 1;
    for (let at = 0; at < size; at += 1) row[at] = (row[at] ?? 0) / pivot;
    for (const { row: earlier } of solved) subtract(earlier, earlier[count] ?? 0, row);
    solved.push({ count, row });
  }
  const rowOf = new Map(solved.map(({ count, row }) => [count, row]));
  const free = [...truth.keys()].filter((count) => !rowOf.has(count));
  return truth.map((_, count) => {
    const row = rowOf.get(count);
    const terms = new Float64Array(free.length);
    for (let column = 0; column < free.length; column += 1) {
      const other = free[column] ?? 0;
      terms[column] = row === undefined ? Number(other === count) : -(row[other] ?? 0);
    }
    return terms;
  });
}

function subtract(from: Float64Array, times: number, row: Float64Array): void {
  if (times === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at] ?? 0;
    if (value !== 0) from[at] = tidy((from[at] ?? 0) - times * value);
  }
}

/** A coefficient of 1 where there is one, since it divides without loss; else the largest. */
function pivotOf(row: Float64Array): number | undefined {
  let best: number | undefined;
  for (let at = 0; at < row.length; at += 1) {
    const size = Math.abs(row[at] ?? 0);
    if (size === 1) return at;
    if (size > 1e-9 && (best === undefined || size > Math.abs(row[best] ?? 0))) best = at;
  }
  return best;
}

/** What rounding leaves of nothing is nothing. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-11 ? 0 : value;
}
