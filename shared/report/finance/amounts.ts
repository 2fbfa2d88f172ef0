import type { StatementDocument } from '../../finance/statement-document.ts';
import { formatPounds, formatWeeks } from '../../render/format.ts';
import type { Cell } from '../blocks.ts';
import { count, pence } from '../cells.ts';

/** Placement weeks and what they are worth in pence. */
export type Amount = StatementDocument['yearToDate']['bought'];

/** An amount as the two cells of a row. */
export const amountCells = ({ weeks, pence: value }: Amount): Cell[] => [count(weeks), pence(value)];

/** The columns of those two cells. */
export const AMOUNT_COLUMNS = [
  { title: 'Placement weeks', numeric: true },
  { title: 'Pounds', numeric: true },
];

/** What is taken away, so that a column adds up as it stands. */
export const taken = ({ weeks, pence: value }: Amount): Amount => ({ weeks: 0 - weeks, pence: 0 - value });

/** The sum of amounts. */
export function sumOf(amounts: readonly Amount[]): Amount {
  return {
    weeks: amounts.reduce((sum, { weeks }) => sum + weeks, 0),
    pence: amounts.reduce((sum, { pence: value }) => sum + value, 0),
  };
}

/**
 * An amount as it is said.
 *
 * @example amountInWords({ weeks: 12, pence: 318_060 }) // '12 placement weeks, £3,180.60'
 */
export const amountInWords = ({ weeks, pence: value }: Amount): string =>
  `${formatWeeks(weeks)}, ${formatPounds(value)}`;
