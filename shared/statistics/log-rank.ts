import { chiSquareTail } from './chi-square-tail.ts';
import type { FollowUp } from './kaplan-meier.ts';

/** A pivot this small a part of its variance is 0 but for rounding. */
const SINGULAR = 1e-10;

export type LogRank = { readonly chiSquare: number; readonly degrees: number; readonly p: number };

/**
 * The log-rank test of whether two or more groups have the same survival.
 *
 * At each time with events every group expects its share of them by those at risk: e_g = d·n_g/n, with the
 * hypergeometric covariance d(n − d)/(n − 1)·n_g/n·(δ_gh − n_h/n). With the sums u of observed less expected and V of the
 * covariances over all groups but the last, chi-square is uᵀV⁻¹u with one degree of freedom less than groups.
 *
 * Undefined when there is nothing to compare: fewer than two groups, a group without anybody or without anybody left at
 * the first event, no events at all, or all events at one time that leaves nobody.
 *
 * Source: Mantel, Cancer Chemother Rep 50 (1966) 163–170; Kalbfleisch & Prentice, The Statistical Analysis of Failure
 * Time Data (2nd ed.), section 1.5; as R's `survdiff(Surv(time, event) ~ group)`.
 *
 * @example logRank([clinicOne, clinicTwo]) // { chiSquare: 27.8926…, degrees: 1, p: 1.28…e-7 }
 */
export function logRank(groups: readonly (readonly FollowUp[])[]): LogRank | undefined {
  const degrees = groups.length - 1;
  if (degrees < 1) return undefined;
  const atRisk = groups.map((group) => group.length);
  const deviations = new Array<number>(degrees).fill(0);
  const covariances = deviations.map(() => new Array<number>(degrees).fill(0));
  for (const { events, leavers } of byTime(groups)) {
    const n = total(atRisk);
    const d = total(events);
    if (d > 0) {
      const shares = atRisk.map((count) => count / n);
      const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
      deviations.forEach((_, g) => add(deviations, g, (events[g] ?? 0) - d * (shares[g] ?? 0)));
      covariances.forEach((row, g) => {
        row.forEach((_, h) =>
          add(row, h, spread * (shares[g] ?? 0) * ((g === h ? 1 : 0) - (shares[h] ?? 0))),
        );
      });
    }
    leavers.forEach((count, g) => add(atRisk, g, -count));
  }
  const chiSquare = quadraticForm(deviations, covariances);
  return chiSquare === undefined ? undefined : { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}

/** Who has the event, and who leaves at all, at each distinct time in its order, counted by group. */
function byTime(groups: readonly (readonly FollowUp[])[]) {
  const times = new Map<number, { readonly events: number[]; readonly leavers: number[] }>();
  const none = () => new Array<number>(groups.length).fill(0);
  groups.forEach((group, g) => {
    for (const { time, event } of group) {
      const counts = times.get(time) ?? { events: none(), leavers: none() };
      times.set(time, counts);
      add(counts.leavers, g, 1);
      if (event) add(counts.events, g, 1);
    }
  });
  return [...times].sort(([one], [other]) => one - other).map(([, counts]) => counts);
}

/** uᵀV⁻¹u by Cholesky's V = LLᵀ: the squared length of the z with Lz = u; undefined when V has no inverse. */
function quadraticForm(u: readonly number[], V: readonly (readonly number[])[]): number | undefined {
  const L: number[][] = [];
  const z: number[] = [];
  for (const [g, row] of V.entries()) {
    const roots: number[] = [];
    for (const [h, above] of L.entries()) {
      roots.push(((row[h] ?? 0) - dot(roots, above)) / (above[h] ?? 1));
    }
    const variance = row[g] ?? 0;
    const pivot = variance - dot(roots, roots);
    if (pivot <= SINGULAR * variance) return undefined;
    const root = Math.sqrt(pivot);
    z.push(((u[g] ?? 0) - dot(roots, z)) / root);
    L.push([...roots, root]);
  }
  return dot(z, z);
}

function dot(some: readonly number[], others: readonly number[]): number {
  return some.reduce((sum, value, index) => sum + value * (others[index] ?? 0), 0);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function add(sums: number[], index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}
