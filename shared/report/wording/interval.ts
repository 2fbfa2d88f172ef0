import { formatPercent } from '../../render/format.ts';

/** An interval in brackets after its value, or why there is none. */
export function intervalInWords(lower: number | null | undefined, upper: number | null | undefined): string {
  return typeof lower === 'number' && typeof upper === 'number'
    ? `(95% interval ${formatPercent(lower)} to ${formatPercent(upper)})`
    : '(no interval)';
}
