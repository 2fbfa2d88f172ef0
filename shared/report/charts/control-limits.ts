import { funnelLimits } from '../../statistics/funnel-limits.ts';

const STEPS = 60;

/** Limits of chance at one denominator, between 0 and 1. */
type Limits = { denominator: number; low998: number; low95: number; high95: number; high998: number };

/**
 * Where the shares of providers would lie by chance alone, as lines over their denominators: p ∓ z·√(p(1 − p)/n) with
 * 95% and 99.8% limits (Spiegelhalter 2005, Funnel plots for comparing institutional performance).
 *
 * @param centre the share of all providers together, 0 to 1
 */
export function controlLimits(centre: number, from: number, to: number): Limits[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const denominator = from + ((to - from) * step) / STEPS;
    const { lower998, lower95, upper95, upper998 } = funnelLimits(centre, denominator);
    return { denominator, low998: lower998, low95: lower95, high95: upper95, high998: upper998 };
  });
}
