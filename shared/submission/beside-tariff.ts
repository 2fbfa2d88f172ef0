import type { Block } from '../finance/block.ts';
import { blockPrice, tariffOn } from '../finance/tariff.ts';
import type { FieldIssue } from '../platform/errors.ts';

/** What the tariff asks for a block, and that it is something else than was sent. */
export type BesideTariff = {
  readonly tariffPence?: number;
  readonly warnings?: readonly FieldIssue[];
};

/**
 * What the tariff of the day a block was bought on asks for so many weeks. Another price may have been agreed, so it is
 * a warning and no refusal. Empty where the tariff knows no block of so few weeks.
 *
 * @example besideTariff({ service: 'day-programme', weeks: 36, pricePence: 954_180, … }) // { tariffPence: 954_180 }
 */
export function besideTariff({ service, weeks, boughtOn, pricePence }: Block): BesideTariff {
  const price = blockPrice(service, weeks, tariffOn(boughtOn));
  if (price.kind !== 'price') return {};
  const tariffPence = price.pence;
  if (pricePence === tariffPence) return { tariffPence };
  const message =
    'this is not what the tariff asks for so many weeks, which is tariffPence; it is kept as a price that was agreed';
  return { tariffPence, warnings: [{ field: 'pricePence', code: 'differs-from-tariff', message }] };
}
