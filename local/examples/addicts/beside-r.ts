import type { SurvivalPoint } from '../../../shared/outcomes/document.ts';
import { SHORTHAND } from '../../../shared/render/format.ts';
import type { rFigureAt } from './r-figures.ts';

/** A figure of ours and R's beside it, as one line to print and the greatest difference between them. */
export type Comparison = { readonly line: string; readonly difference: number };

/**
 * Sets a retention figure beside R's. A figure that is withheld cannot be compared and differs by nothing; one that
 * is missing differs without end.
 */
export function besideR(
  what: string,
  ours: SurvivalPoint | undefined,
  theirs: ReturnType<typeof rFigureAt>,
): Comparison {
  const r = `R ${interval(theirs)} ${theirs.atRisk} at risk`;
  if (ours === undefined || ours.state === 'unavailable')
    return { line: `${what}  missing  ${r}`, difference: Infinity };
  if (ours.state === 'suppressed') return { line: `${what}  ${SHORTHAND.suppressed}  ${r}`, difference: 0 };
  const differences = [
    apart(ours.value, theirs.value),
    apart(ours.lower, theirs.lower),
    apart(ours.upper, theirs.upper),
    typeof ours.atRisk === 'number' ? apart(ours.atRisk, theirs.atRisk) : 0,
  ];
  const difference = Math.max(...differences);
  const atRisk = typeof ours.atRisk === 'number' ? ours.atRisk : SHORTHAND.suppressed;
  const line = `${what}  ${interval(ours)} ${atRisk} at risk  ${r}  difference ${difference.toExponential(1)}`;
  return { line, difference };
}

function apart(ours: number | null, theirs: number | null): number {
  if (ours === null || theirs === null) return ours === theirs ? 0 : Infinity;
  return Math.abs(ours - theirs);
}

/** Twelve decimals: as R's figures were published, so unlike a pack not rounded for readers. */
function interval({ value, lower, upper }: Omit<ReturnType<typeof rFigureAt>, 'atRisk'>): string {
  const limits = lower === null || upper === null ? '' : ` (${lower.toFixed(12)} to ${upper.toFixed(12)})`;
  return `${value.toFixed(12)}${limits}`;
}
