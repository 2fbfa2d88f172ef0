import type { FunnelLimits } from './funnel-limits.ts';

export type FunnelPosition = 'low-998' | 'low-95' | 'within' | 'high-95' | 'high-998';

/**
 * Where a proportion lies in its funnel: beyond which limits, the outer ones first. Strictly: on a limit is not beyond
 * it, so that a proportion of 0 is never below a limit clipped to 0.
 *
 * Source: R package PHEindicatormethods, `phe_funnels`.
 *
 * @example funnelPosition(0.55, funnelLimits(0.80642448, 20)) // 'low-95'
 */
export function funnelPosition(
  proportion: number,
  { lower998, lower95, upper95, upper998 }: FunnelLimits,
): FunnelPosition {
  if (proportion < lower998) return 'low-998';
  if (proportion < lower95) return 'low-95';
  if (proportion > upper998) return 'high-998';
  return proportion > upper95 ? 'high-95' : 'within';
}
