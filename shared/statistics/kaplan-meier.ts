import { Z_95 } from './z-95.ts';

/** How long one was followed, and whether the event ended it; otherwise it is censored then. */
export type FollowUp = { readonly time: number; readonly event: boolean };

/** The curve from one distinct time on. Without an event so far, and at survival 0, there are no limits. */
export type SurvivalStep = {
  readonly time: number;
  /** Under observation just before `time`. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Events up to and including `time`. */
  readonly cumulativeEvents: number;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

export type SurvivalCurve = { readonly followed: number; readonly steps: readonly SurvivalStep[] };

/**
 * The Kaplan–Meier (product-limit) estimate with pointwise log-log 95 % limits, one step for each distinct time.
 *
 * S = Π (1 − d/n); Greenwood's v = Σ d / (n(n − d)); limits S^exp(∓z·√v / ln S). At a tied time events precede
 * censorings. Equal to R's `survfit(Surv(time, event) ~ 1, conf.type = "log-log")`. One sort, then one pass.
 *
 * Source: Kaplan & Meier, JASA 53 (1958) 457–481; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time
 * Data (2nd ed.), section 1.4.
 *
 * @example kaplanMeier([{ time: 6, event: true }, { time: 9, event: false }]).steps[0]?.survival // 0.5
 */
export function kaplanMeier(followUps: readonly FollowUp[]): SurvivalCurve {
  const sorted = followUps.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let cumulativeEvents = 0;
  let events = 0;
  let begin = 0;
  sorted.forEach(({ time, event }, index) => {
    if (event) events += 1;
    if (sorted[index + 1]?.time === time) return;
    const atRisk = sorted.length - begin;
    const censored = index + 1 - begin - events;
    if (events > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      cumulativeEvents += events;
    }
    steps.push({
      time,
      atRisk,
      events,
      censored,
      cumulativeEvents,
      survival,
      ...logLogLimits(survival, greenwood),
    });
    events = 0;
    begin = index + 1;
  });
  return { followed: sorted.length, steps };
}

function logLogLimits(survival: number, greenwood: number) {
  if (survival <= 0 || survival >= 1) return { lower: null, upper: null };
  const spread = (Z_95 * Math.sqrt(greenwood)) / Math.log(survival);
  return { lower: survival ** Math.exp(-spread), upper: survival ** Math.exp(spread) };
}
