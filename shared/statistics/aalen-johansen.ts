/** How long one was followed, and which cause ended it: 1, 2, …, or 0 for none (censored then). */
export type CausedFollowUp = { readonly time: number; readonly cause: number };

/** The state from one distinct time on; the incidences and `free` add up to 1. */
export type IncidenceStep = {
  readonly time: number;
  /** The share that no cause has ended. */
  readonly free: number;
  /** The cumulative incidence of each cause, cause 1 first, and its standard error. */
  readonly incidence: readonly number[];
  readonly standardError: readonly number[];
};

export type IncidenceCurve = { readonly followed: number; readonly steps: readonly IncidenceStep[] };

/**
 * What the variance of one cause's incidence needs from the times gone by, so that no time is visited twice: with
 * a = d/(n(n − d)), b = S²·d_k(n − d_k)/n³, c = S·d_k/n² at each time, the sums of a, aF, aF², b, c and cF.
 */
type Sums = { F: number; a: number; aF: number; aFF: number; b: number; c: number; cF: number };

/** How far from 0 and 1 rounding may leave a share that is 0 or 1, and how far from 0 a variance that is 0. */
const TOLERANCE = { share: 1e-9, variance: 1e-14 } as const;

/**
 * The Aalen–Johansen cumulative incidence of each of `causes` competing causes, with standard errors.
 *
 * F_k(t) = Σ S(t_i−)·d_ki/n_i. Var F_k(t) = Σ [(F_k(t) − F_k(t_i))²·d_i/(n_i(n_i − d_i)) + S(t_i−)²·d_ki(n_i − d_ki)/n_i³
 * − 2(F_k(t) − F_k(t_i))·S(t_i−)·d_ki/n_i²], first term 0 when n_i = d_i: equal to R's
 * `survfit(Surv(time, factor(cause)) ~ 1)`. At a tied time events precede censorings. The squares are expanded into
 * running sums, so the cost is one sort and one pass over times × causes.
 *
 * Source: Aalen & Johansen, Scand J Stat 5 (1978) 141–150; R package survival 3.5.
 *
 * @example aalenJohansen([{ time: 2, cause: 1 }, { time: 3, cause: 0 }], 1).steps[0]?.incidence // [0.5]
 */
export function aalenJohansen(followUps: readonly CausedFollowUp[], causes: number): IncidenceCurve {
  const sorted = followUps.toSorted((a, b) => a.time - b.time);
  const sums: Sums[] = Array.from({ length: causes }, () => ({
    F: 0,
    a: 0,
    aF: 0,
    aFF: 0,
    b: 0,
    c: 0,
    cF: 0,
  }));
  const counts = new Array<number>(causes + 1).fill(0);
  const steps: IncidenceStep[] = [];
  let free = 1;
  let begin = 0;
  sorted.forEach(({ time, cause }, index) => {
    counts[cause] = (counts[cause] ?? 0) + 1;
    if (sorted[index + 1]?.time === time) return;
    const n = sorted.length - begin;
    const d = index + 1 - begin - (counts[0] ?? 0);
    if (d > 0) {
      const a = n === d ? 0 : d / (n * (n - d));
      sums.forEach((sum, k) => {
        addTime(sum, { n, dk: counts[k + 1] ?? 0, a, free });
      });
      free = n === d ? 0 : free * (1 - d / n);
    }
    steps.push({
      time,
      free: settled(free),
      incidence: sums.map(({ F }) => settled(F)),
      standardError: sums.map(standardErrorOf),
    });
    counts.fill(0);
    begin = index + 1;
  });
  return { followed: sorted.length, steps };
}

function addTime(
  sum: Sums,
  { n, dk, a, free }: { readonly n: number; readonly dk: number; readonly a: number; readonly free: number },
): void {
  sum.F += (free * dk) / n;
  const c = (free * dk) / (n * n);
  sum.a += a;
  sum.aF += a * sum.F;
  sum.aFF += a * sum.F * sum.F;
  sum.b += (free * free * dk * (n - dk)) / (n * n * n);
  sum.c += c;
  sum.cF += c * sum.F;
}

function standardErrorOf({ F, a, aF, aFF, b, c, cF }: Sums): number {
  const share = settled(F);
  if (share === 0 || share === 1) return 0;
  const variance = F * F * a - 2 * F * aF + aFF + b - 2 * (F * c - cF);
  return variance < TOLERANCE.variance ? 0 : Math.sqrt(variance);
}

/** A share that is 0 or 1 but for rounding is 0 or 1. */
function settled(share: number): number {
  if (Math.abs(share) < TOLERANCE.share) return 0;
  return Math.abs(share - 1) < TOLERANCE.share ? 1 : share;
}
