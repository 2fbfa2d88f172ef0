import { Z_95 } from './z-95.ts';
import { Z_998 } from './z-998.ts';

/** Within 0 to 1, wider with every step outwards. */
export type FunnelLimits = {
  readonly lower998: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly upper998: number;
};

/**
 * The limits of a funnel plot: where the proportion of a unit with denominator `n` is expected, 95 and 99.8 times in
 * 100, if it differs from the proportion `p0` of all units together by chance alone: p0 ∓ z·√(p0(1 − p0)/n), clipped
 * to 0 and 1.
 *
 * Source: Spiegelhalter, Stat Med 24 (2005) 1185–1202; Fingertips Public Health Technical Guide.
 *
 * @throws RangeError unless `0 ≤ p0 ≤ 1` and `n > 0`: nobody has no place on a funnel.
 * @example funnelLimits(0.80642448, 20) // { lower998: 0.5334…, lower95: 0.6332…, upper95: 0.9795…, upper998: 1 }
 */
export function funnelLimits(p0: number, n: number): FunnelLimits {
  if (!(p0 >= 0 && p0 <= 1 && n > 0)) throw new RangeError('a funnel needs 0 <= p0 <= 1 and n > 0');
  const deviation = Math.sqrt((p0 * (1 - p0)) / n);
  return {
    lower998: Math.max(0, p0 - Z_998 * deviation),
    lower95: Math.max(0, p0 - Z_95 * deviation),
    upper95: Math.min(1, p0 + Z_95 * deviation),
    upper998: Math.min(1, p0 + Z_998 * deviation),
  };
}
