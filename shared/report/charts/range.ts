import { formatPercent } from '../../render/format.ts';
import type { Interval } from '../blocks.ts';

/** A value and its interval, as an alternative text reads them. */
export const rangeInWords = ({ value, lower, upper }: Interval): string =>
  lower === null || upper === null
    ? formatPercent(value)
    : `${formatPercent(value)} (${formatPercent(lower)} to ${formatPercent(upper)})`;
