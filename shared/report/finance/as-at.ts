import type { StatementDocument } from '../../finance/statement-document.ts';
import { dateInWords, lastDayOf, monthInWords } from '../calendar.ts';

type Reached = Pick<StatementDocument, 'month' | 'state' | 'cutOff'>;

/** Whether days of the month are still to come, so that nobody need have claimed it yet. */
export const isUnderWay = ({ month, cutOff }: Pick<Reached, 'month' | 'cutOff'>): boolean =>
  cutOff < lastDayOf(month);

/**
 * The month that a statement is of, and how much of it a provisional one has seen.
 *
 * @example monthSoFar(document) // 'September 2026 up to 8 September 2026'
 */
export const monthSoFar = ({ month, state, cutOff }: Reached): string =>
  state === 'final' ? monthInWords(month) : `${monthInWords(month)} up to ${dateInWords(cutOff)}`;

/**
 * When what a statement says is left is left.
 *
 * @example standsWhen(document) // 'at the end of September 2026'
 */
export const standsWhen = ({ month, state, cutOff }: Reached): string =>
  state === 'final' ? `at the end of ${monthInWords(month)}` : `on ${dateInWords(cutOff)}`;

/** What the balance at the end of a statement is called: that of a provisional one is no closing balance. */
export const closingName = ({ state }: Pick<Reached, 'state'>): 'Closing' | 'Left so far' =>
  state === 'final' ? 'Closing' : 'Left so far';

/** What is prepaid at the end of a financial year; a provisional statement does not know it yet. */
export const finalPrepayment = ({ state, prepayment }: StatementDocument): StatementDocument['prepayment'] =>
  state === 'final' ? prepayment : undefined;

/** That nobody need have claimed the month yet. */
export const notDueYet = (month: string): string =>
  `Claims of ${monthInWords(month)} are not due yet: the month is not over.`;
