import type { ClaimRecord } from '../finance/claim.ts';
import type { Charge } from '../finance/charge.ts';
import { forwardView } from '../finance/forward-view.ts';
import { dayInMonth, monthOfWeek } from '../finance/iso-week.ts';
import type { Posting } from '../finance/postings.ts';
import { listedClaim, type StatementDocument, statementDocument } from '../finance/statement-document.ts';
import { cutOffDay } from '../finance/statement-dates.ts';
import { statementOf } from '../finance/statement.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import { type Account, type AccountOfProvider, type IssuedMonth, issuedMonth } from './account.ts';
import type { Ledger } from './ledger.ts';
import { issuedById, monthLines } from './usage.ts';

export type MadeOn = {
  /** What was used up to that date: `usageOf` the same account. */
  readonly charges: readonly Charge[];
  /** The London date of the run. */
  readonly today: string;
  /** Its instant. */
  readonly madeAt: string;
};

/** How many months back the first statement between two may be; what is older is adjusted in it. */
const MOST_MONTHS_BACK = 24;

/**
 * The statements that are due between a commissioner and one of its providers: the final one of every month that is
 * over and has none yet, oldest first, and the provisional one of every later month. A month without a week, a block
 * or an adjustment has a statement, too, once there was one before it. Nothing is due where nothing was ever bought or
 * used. The first statement is of the last 24 months; what is older is adjusted in it, by the month it was of.
 *
 * A statement compares the claims of its own month with what was used, and those of earlier months again where they are
 * not those that were compared last, or use is adjusted.
 *
 * @returns ledgers, whose postings name placements by their ids
 */
export function makeStatements(
  { commissioner, commissionerName }: Pick<Account, 'commissioner' | 'commissionerName'>,
  account: AccountOfProvider,
  { charges, today, madeAt }: MadeOn,
): Ledger[] {
  const { provider, providerName, people, blocks, claims } = account;
  const issued = issuedById(account);
  const made: Ledger[] = [];
  for (const month of monthsDue(account, charges, today)) {
    const day = dayOf(today);
    const request = { commissioner, provider, month, madeOnDay: day, blocks, charges, claims, issued };
    const { statement, postings } = statementOf(request);
    const document = statementDocument({
      statement,
      forward: forwardView({ people, blocks, cutOffDay: cutOffDay(month, day) }),
      lines: monthLines(
        account,
        charges,
        new Set([month, ...monthsLookedAtAgain(claims, issued, month, postings)]),
      ),
      claims,
      withdrawn: account.withdrawn,
      names: { commissioner: commissionerName, provider: providerName },
      madeAt,
    });
    made.push({ document, postings });
    issued.push(issuedMonth(document, postings));
  }
  return made;
}

/** The months before one whose claims came, changed or went since they were compared, or whose use is adjusted. */
function monthsLookedAtAgain(
  claims: readonly ClaimRecord[],
  issued: readonly IssuedMonth[],
  month: string,
  postings: readonly Posting[],
): string[] {
  const last = new Map<string, string>();
  for (const statement of issued)
    for (const compared of statement.compared) last.set(compared, said(compared, statement.claims));
  const now = claims.map(({ id, data }) => listedClaim(id, data));
  const months = new Set([...last.keys(), ...now.map((claim) => claim.month)]);
  const changed = [...months].filter((each) => said(each, now) !== (last.get(each) ?? ''));
  const adjusted = postings.filter(({ kind }) => kind === 'used').map((posting) => posting.month);
  return [...changed, ...adjusted].filter((each) => each < month);
}

/** The claims of a month as one text: equal where nothing changed. */
function said(month: string, claims: StatementDocument['claims']): string {
  return claims
    .filter((claim) => claim.month === month)
    .map(({ id, account, claimed }) => [id, account, claimed.weeks, claimed.pence].join(' '))
    .sort()
    .join();
}

/** From the month after the last final statement, or the first in which anything was bought or used, to this month. */
function monthsDue(
  { issued, blocks }: AccountOfProvider,
  charges: readonly Charge[],
  today: string,
): string[] {
  const last = issued.at(-1)?.month;
  const thisMonth = today.slice(0, 7);
  const first = last === undefined ? firstMonth(blocks, charges, today) : monthAfter(last, 1);
  const months: string[] = [];
  for (let month = first; month !== undefined && month <= thisMonth; month = monthAfter(month, 1))
    months.push(month);
  return months;
}

function firstMonth(
  blocks: AccountOfProvider['blocks'],
  charges: readonly Charge[],
  today: string,
): string | undefined {
  const [first] = [
    ...charges.map(({ used: { week } }) => monthOfWeek(week)),
    ...blocks
      .map(({ data }) => data.boughtOn)
      .filter((date) => date <= today)
      .map((date) => date.slice(0, 7)),
  ].sort();
  const earliest = monthAfter(today.slice(0, 7), -MOST_MONTHS_BACK);
  return first !== undefined && first < earliest ? earliest : first;
}

function monthAfter(month: string, months: number): string {
  return dateOfDay(dayInMonth(month, months, 1)).slice(0, 7);
}
