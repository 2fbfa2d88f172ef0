import { formatPounds } from '../../render/format.ts';
import type { BlockLine } from './block-parts.ts';

/**
 * How the price of a block differs from the tariff; undefined where it does not, or where the tariff has no such block.
 *
 * @example tariffDifference({ pricePence: 999_999, tariffPence: 954_180 }) // '£458.19 more than the tariff'
 */
export function tariffDifference({
  pricePence,
  tariffPence,
}: Pick<NonNullable<BlockLine['terms']>, 'pricePence' | 'tariffPence'>): string | undefined {
  if (tariffPence === undefined || pricePence === tariffPence) return undefined;
  const difference = formatPounds(Math.abs(pricePence - tariffPence));
  return `${difference} ${pricePence > tariffPence ? 'more' : 'less'} than the tariff`;
}
