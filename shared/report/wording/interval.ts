import type { Quantity } from '../blocks.ts';
import { quantityText } from '../quantity.ts';

/**
 * A range from its lower to its upper limit.
 *
 * @example rangeOf(0.2, 0.6) // '20.0% to 60.0%'
 */
export const rangeOf = (lower: number, upper: number, quantity: Quantity = 'share'): string =>
  `${quantityText(quantity, lower)} to ${quantityText(quantity, upper)}`;

/** An interval in brackets after its value, or why there is none. */
export function intervalInWords(
  lower: number | null | undefined,
  upper: number | null | undefined,
  quantity: Quantity = 'share',
): string {
  return typeof lower === 'number' && typeof upper === 'number'
    ? `(95% interval ${rangeOf(lower, upper, quantity)})`
    : '(no interval)';
}
