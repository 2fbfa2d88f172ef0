import { funnelLimits } from '../../statistics/funnel-limits.ts';
import { funnelPosition } from '../../statistics/funnel-position.ts';
import type { Funnel, ProportionFigure } from '../document.ts';

/** A funnel of fewer compares nobody. */
const FEWEST = 2;

/**
 * Providers around the share of all of them together, with where each stands against the limits that chance alone
 * would leave at its size. Undefined where the share is not shown, or of fewer than two providers.
 */
export function funnelOf(
  whole: ProportionFigure,
  providers: Readonly<Record<string, ProportionFigure>>,
): Funnel | undefined {
  const shown = Object.entries(providers).flatMap(([provider, figure]) =>
    figure.state === 'estimated' ? [{ provider, figure }] : [],
  );
  if (whole.state !== 'estimated' || shown.length < FEWEST) return undefined;
  return {
    centre: whole.value,
    providers: shown.map(({ provider, figure: { numerator, denominator, value } }) => ({
      provider,
      numerator,
      denominator,
      value,
      position: funnelPosition(value, funnelLimits(whole.value, denominator)),
    })),
  };
}
