import { type Crossing, crossingsOf, newCrossings } from '../finance/crossings.ts';
import type { StatementDocument } from '../finance/statement-document.ts';
import { dayOf } from '../records/london.ts';

/** What finance is told of a block; it names no person and no placement. */
export type BlockAlert = {
  readonly crossing: Crossing;
  readonly block: string;
  readonly commissioner: string;
  readonly provider: string;
  readonly service: string;
  readonly used: number;
  readonly weeks: number;
  readonly left: number;
  readonly validTo: string;
  /** In words: what an e-mail says. */
  readonly text: string;
};

type Line = StatementDocument['blocks'][number];

/**
 * What a block is past on a day, and what is to be told of it.
 *
 * @param before what it was past when it was last looked at
 */
export function alertsOf(
  { block, service, terms, forward }: Line,
  { commissioner, commissionerName, provider, providerName }: StatementDocument,
  { today, before }: { readonly today: string; readonly before: readonly Crossing[] },
): { readonly crossings: readonly Crossing[]; readonly alerts: readonly BlockAlert[] } {
  if (terms === undefined || forward === undefined) return { crossings: before, alerts: [] };
  const { used, left } = forward;
  const crossings = crossingsOf(terms, used, dayOf(today));
  const alerts = newCrossings(crossings, before).map((crossing): BlockAlert => {
    const { weeks, validTo } = terms;
    const text = `Block ${block} of ${commissionerName} with ${providerName}: ${words[crossing]}. ${used} of ${weeks} placement weeks are used, ${left.weeks} are left, and it is valid to ${validTo}.`;
    return {
      ...{ crossing, block, commissioner, provider, service, used, weeks, left: left.weeks, validTo },
      text,
    };
  });
  return { crossings, alerts };
}

const words: Readonly<Record<Crossing, string>> = {
  'used-75-percent': 'three quarters of it are used',
  'used-90-percent': 'nine tenths of it are used',
  'used-100-percent': 'it is used up',
  'expires-within-28-days': 'it expires within 28 days with weeks left',
};
