import type { Amount } from '../finance/amount.ts';
import { weekLabel } from '../finance/iso-week.ts';
import { datesOf } from '../finance/placement-weeks.ts';
import { ERASED } from '../finance/pool-erased.ts';
import type { AccountOfProvider } from './account.ts';
import type { Ledger } from './ledger.ts';
import { monthLines, usageOf } from './usage.ts';

/** What a provider is told of one placement in a month, in one block or on the spot. */
export type ProviderLine = {
  readonly placement: string;
  /** A block's id, or `spot`. */
  readonly account: string;
  readonly finding: string;
  readonly flags: readonly string[];
  readonly used: Amount;
  readonly claimed: Amount;
  readonly difference: Amount;
  /** The weeks behind what was used, each with the days on which the placement was open. */
  readonly weeks: readonly { readonly week: string; readonly days: readonly string[] }[];
  readonly claims: readonly string[];
};

/** What a statement adjusted of one placement in an earlier month. */
export type AdjustedLine = Amount & {
  readonly placement: string;
  readonly month: string;
  readonly account: string;
};

/** The lines behind a month's statement, as everything is known now. They name placements, so they are never kept. */
export function providerLines(
  account: AccountOfProvider,
  commissioner: string,
  { today, month }: { readonly today: string; readonly month: string },
): ProviderLine[] {
  const usage = usageOf(account, commissioner, today);
  return monthLines(account, usage, new Set([month])).map(
    ({ placement, account: of, finding, flags, used, claimed, difference, weeks, claims }) => ({
      ...{ placement, account: of, finding, flags, used, claimed, difference, claims },
      weeks: weeks.map(({ week, days }) => ({ week: weekLabel(week), days: datesOf(week, days) })),
    }),
  );
}

/** The placements behind what a final statement adjusted of use in earlier months, as it was issued. */
export function adjustedLines(
  { document, postings }: Ledger,
  { placementByTag }: Pick<AccountOfProvider, 'placementByTag'>,
): AdjustedLine[] {
  return postings.flatMap(({ placement: tag, month, account, weeks, pence }) =>
    tag === undefined || month >= document.month
      ? []
      : [{ placement: placementByTag.get(tag) ?? ERASED, month, account, weeks, pence }],
  );
}
