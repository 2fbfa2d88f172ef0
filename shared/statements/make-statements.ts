import type { Charge } from '../finance/charge.ts';
import { forwardView } from '../finance/forward-view.ts';
import { dayInMonth, monthOfWeek } from '../finance/iso-week.ts';
import { statementDocument } from '../finance/statement-document.ts';
import { cutOffDay } from '../finance/statement-dates.ts';
import { statementOf } from '../finance/statement.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import type { Account, AccountOfProvider } from './account.ts';
import type { Ledger } from './ledger.ts';
import { monthLines, usageOf } from './usage.ts';

export type MadeOn = {
  /** The London date of the run. */
  readonly today: string;
  /** Its instant. */
  readonly madeAt: string;
};

/**
 * The statements that are due between a commissioner and one of its providers: the final one of every month that is
 * over and has none yet, oldest first, and the provisional one of every later month. A month without a week, a block
 * or an adjustment has a statement, too, once there was one before it. Nothing is due where nothing was ever bought or
 * used.
 *
 * @returns ledgers, whose postings name placements by their ids
 */
export function makeStatements(
  { commissioner, commissionerName }: Pick<Account, 'commissioner' | 'commissionerName'>,
  account: AccountOfProvider,
  { today, madeAt }: MadeOn,
): Ledger[] {
  const { provider, providerName, people, blocks, claims } = account;
  const { known, kept, charges } = usageOf(account, commissioner, today);
  const issued = [...known];
  const made: Ledger[] = [];
  for (const month of monthsDue(account, charges, today)) {
    const day = dayOf(today);
    const request = { commissioner, provider, month, madeOnDay: day, blocks, charges, claims, issued };
    const { statement, postings } = statementOf(request);
    const lastDay = cutOffDay(month, day);
    const document = statementDocument({
      statement,
      forward: forwardView({ people, blocks, cutOffDay: lastDay, kept }),
      lines: monthLines(account, { charges, kept }, month),
      names: { commissioner: commissionerName, provider: providerName },
      madeAt,
    });
    made.push({ document, postings });
    issued.push({ month, postings });
  }
  return made;
}

/** From the month after the last final statement, or the first in which anything was bought or used, to this month. */
function monthsDue(
  { issued, blocks }: AccountOfProvider,
  charges: readonly Charge[],
  today: string,
): string[] {
  const last = issued.at(-1)?.month;
  const first =
    last === undefined
      ? [
          ...charges.map(({ used: { week } }) => monthOfWeek(week)),
          ...blocks.map(({ data }) => data.boughtOn.slice(0, 7)),
        ].sort()[0]
      : monthAfter(last);
  const months: string[] = [];
  const thisMonth = today.slice(0, 7);
  for (let month = first; month !== undefined && month <= thisMonth; month = monthAfter(month))
    months.push(month);
  return months;
}

function monthAfter(month: string): string {
  return dateOfDay(dayInMonth(month, 1, 1)).slice(0, 7);
}
