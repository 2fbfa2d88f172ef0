import type { BlockRecord } from '../finance/block.ts';
import { type Crossing, crossingsOf, newCrossings } from '../finance/crossings.ts';
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

/** A block, and how many of its weeks were used by a day. */
export type UsedBlock = { readonly block: BlockRecord; readonly used: number };

/**
 * What a block is past on a day, and what is to be told of it.
 *
 * @param before what it was past when it was last looked at
 */
export function alertsOf(
  { block: { id: block, data }, used }: UsedBlock,
  { commissionerName, providerName }: { readonly commissionerName: string; readonly providerName: string },
  { today, before }: { readonly today: string; readonly before: readonly Crossing[] },
): { readonly crossings: readonly Crossing[]; readonly alerts: readonly BlockAlert[] } {
  const { commissioner, provider, service, weeks, validTo } = data;
  const left = weeks - used;
  const valid = validTo < today ? 'was valid' : 'is valid';
  const crossings = crossingsOf(data, used, dayOf(today));
  const alerts = newCrossings(crossings, before).map((crossing): BlockAlert => ({
    ...{ crossing, block, commissioner, provider, service, used, weeks, left, validTo },
    text: `Block ${block} of ${commissionerName} with ${providerName}: ${words[crossing]}. ${used} of ${weeks} placement weeks are used, ${left} are left, and it ${valid} to ${validTo}.`,
  }));
  return { crossings, alerts };
}

const words: Readonly<Record<Crossing, string>> = {
  'used-75-percent': 'three quarters of it are used',
  'used-90-percent': 'nine tenths of it are used',
  'used-100-percent': 'it is used up',
  'expires-within-28-days': 'it expires within 28 days with weeks left',
};
