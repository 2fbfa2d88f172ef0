import { type Amount, less, NOTHING } from '../../finance/amount.ts';
import { formatPounds, formatWeeks } from '../../render/format.ts';
import type { Cell } from '../blocks.ts';
import { count, pence } from '../cells.ts';

/** An amount as the two cells of a row. */
export const amountCells = ({ weeks, pence: value }: Amount): Cell[] => [count(weeks), pence(value)];

/** The columns of those two cells. */
export const AMOUNT_COLUMNS = [
  { title: 'Placement weeks', numeric: true },
  { title: 'Pounds', numeric: true },
];

/** What is taken away, so that a column adds up as it stands. */
export const taken = (amount: Amount): Amount => less(NOTHING, amount);

/**
 * An amount as it is said.
 *
 * @example amountInWords({ weeks: 12, pence: 318_060 }) // '12 placement weeks, £3,180.60'
 */
export const amountInWords = ({ weeks, pence: value }: Amount): string =>
  `${formatWeeks(weeks)}, ${formatPounds(value)}`;
