import { dateOfDay } from '../records/london.ts';
import { type AccruedMonth, accrual } from './accrual.ts';
import { type Amount, total } from './amount.ts';
import type { BlockRecord } from './block.ts';
import { type BlockLine, blockLines } from './block-lines.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './charge.ts';
import { mondayOf, monthOfWeek, weeksOfMonth } from './iso-week.ts';
import { adjustments, type Posting, postingsOf } from './postings.ts';
import { type SpotLine, spotLines } from './spot-lines.ts';
import { cutOffDay, financialYearFrom, finalFrom } from './statement-dates.ts';
import { type Totals, totalsOf } from './totals.ts';

/** One month between one commissioner and one provider. No placement is named in it. */
export type Statement = {
  readonly commissioner: string;
  readonly provider: string;
  readonly month: string;
  readonly state: 'provisional' | 'final';
  /** The last day that was looked at. */
  readonly cutOff: string;
  readonly blocks: readonly BlockLine[];
  readonly spot: readonly SpotLine[];
  /** Whole pence; the three add up to the total. */
  readonly due: {
    readonly spot: number;
    readonly bought: number;
    readonly adjustments: number;
    readonly total: number;
  };
  /** This statement and those of the financial year before it, adjustments among them. */
  readonly yearToDate: Totals & { readonly fromMonth: string };
  /** Used on the spot and not claimed so far, by month. */
  readonly accrued: readonly AccruedMonth[];
  /** Paid and not used when the financial year ends: in the statement of March alone. */
  readonly prepayment: Amount | undefined;
};

/** What a final statement said, kept to find out later what moved since. */
export type IssuedStatement = { readonly month: string; readonly postings: readonly Posting[] };

export type StatementRequest = {
  readonly commissioner: string;
  readonly provider: string;
  readonly month: string;
  /** The London day on which it is made: provisional before the 7th of the next month, final from then on. */
  readonly madeOnDay: number;
  readonly blocks: readonly BlockRecord[];
  /** Every week from the first on, in order, as known now; those after the month are passed over. */
  readonly charges: readonly Charge[];
  readonly claims: readonly ClaimRecord[];
  /** The final statements between the two so far; those of `month` and later are passed over. */
  readonly issued: readonly IssuedStatement[];
};

/**
 * A month's statement, and what to keep of it once it is issued. Blocks, charges and claims of others are passed over.
 * Earlier months are never stated anew: what they should have said, less what was issued for them and adjusted since,
 * is adjusted in this month, by original month. Where nothing was issued before, all of the past is.
 *
 * @example statementOf({ commissioner: 'northshire', provider: 'janus', month: '2026-09', … }).statement.due.total
 */
export function statementOf(request: StatementRequest): { statement: Statement; postings: Posting[] } {
  const { commissioner, provider, month, madeOnDay } = request;
  const { blocks, charges, claims } = betweenTheTwo(request);
  const lastDay = cutOffDay(month, madeOnDay);
  const earlier = request.issued.filter((statement) => statement.month < month);
  const issued = earlier.flatMap(({ postings }) => postings);
  const right = postingsOf(blocks, charges, lastDay);
  const current = right.filter((posting) => posting.month === month);
  const past = right.filter((posting) => posting.month < month);
  const adjusted = adjustments(past, issued);
  const postings = [...current, ...adjusted];
  const { first } = weeksOfMonth(month);
  const lines = blockLines(blocks, { issued, current, adjusted }, mondayOf(first));
  const ofMonth = charges.filter(
    ({ used }) => monthOfWeek(used.week) === month && mondayOf(used.week) <= lastDay,
  );
  const { spot, bought } = totalsOf(current);
  const fromMonth = financialYearFrom(month);
  const ofYear = earlier.filter((statement) => statement.month >= fromMonth).flatMap((each) => each.postings);
  const statement: Statement = {
    commissioner,
    provider,
    month,
    state: madeOnDay < finalFrom(month) ? 'provisional' : 'final',
    cutOff: dateOfDay(lastDay),
    blocks: lines,
    spot: spotLines(current, adjusted, ofMonth),
    due: {
      spot: spot.pence,
      bought: bought.pence,
      adjustments: totalsOf(adjusted).duePence,
      total: totalsOf(postings).duePence,
    },
    yearToDate: { fromMonth, ...totalsOf([...ofYear, ...postings]) },
    accrued: accrual(charges, claims),
    prepayment: month.endsWith('-03') ? total(lines.map(({ closing }) => closing)) : undefined,
  };
  return { statement, postings };
}

/** What is between one commissioner and one provider up to a month. */
function betweenTheTwo({ commissioner, provider, month, ...all }: StatementRequest) {
  const { last } = weeksOfMonth(month);
  const isTheirs = (of: { readonly commissioner: string; readonly provider: string }) =>
    of.commissioner === commissioner && of.provider === provider;
  return {
    blocks: all.blocks.filter(({ data }) => isTheirs(data)),
    claims: all.claims.filter(({ data }) => isTheirs(data)),
    charges: all.charges.filter(
      ({ used: { week, placement } }) =>
        week <= last && isTheirs({ provider: placement.provider, commissioner: placement.data.commissioner }),
    ),
  };
}
