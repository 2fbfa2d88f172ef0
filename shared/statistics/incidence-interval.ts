import { Z_95 } from './z-95.ts';

/**
 * The complementary log-log 95 % interval of a cumulative incidence F with its standard error:
 * 1 − (1 − F)^exp(±z·se / ((1 − F)·ln(1 − F))), + for the lower limit. At 0 and at 1 there is none.
 *
 * Source: Choudhury JB, Stat Med 21 (2002) 1129–1144.
 *
 * @example incidenceInterval(0.43333333, 0.16476695) // { lower: 0.1879959, upper: 0.7875670 }
 */
export function incidenceInterval(
  incidence: number,
  standardError: number,
): { lower: number | null; upper: number | null } {
  if (incidence <= 0 || incidence >= 1) return { lower: null, upper: null };
  const free = 1 - incidence;
  const spread = (Z_95 * standardError) / (free * Math.log(free));
  return { lower: 1 - free ** Math.exp(spread), upper: 1 - free ** Math.exp(-spread) };
}
