import { countArrivals, firstMonthLookedAt, type TypeReceipts } from '../quality/count-arrivals.ts';
import { cutOffOf } from '../quality/cut-off.ts';
import { londonDate } from '../records/london.ts';
import type { RecordTypeName } from '../records/registry.ts';
import type { Table } from '../store/dynamo.ts';
import { type Declaration, readArrivals, readDeclarations } from '../store/receipts.ts';
import type { RecordItem } from '../store/record-item.ts';
import { arrivalOf } from './arrival-of.ts';

/** So many records are read for one answer; more of them, and it says up to which instant it counted. */
const MOST_READ = 100_000;

/** What arrived of a type, and whether nothing is to come. */
export type Receipt = TypeReceipts & {
  /** Declared, and no record of the month stands. */
  readonly nothingToSend: boolean;
  readonly declaration?: Omit<Declaration, 'type'>;
};

/** What arrived of a month, by type, and by when it had to. */
export type Receipts = {
  readonly month: string;
  /** The instant of the scheduled run. */
  readonly cutOff: string;
  readonly hasPassed: boolean;
  readonly receipts: readonly Receipt[];
  /** Where there are too many records to count them all: what came later is not counted. */
  readonly countedUpTo?: string;
};

/** Reads what arrived of a provider's records in and for a month, with what it declared. */
export async function readReceipts(
  table: Table,
  { provider, month }: { readonly provider: string; readonly month: string },
  now: string,
): Promise<Receipts> {
  const counting = countArrivals(month, now);
  let read = 0;
  let countedUpTo: string | undefined;
  for await (const page of readArrivals(table, provider, startOf(firstMonthLookedAt(month)))) {
    for (const item of page) {
      const arrival = arrivalOf(item);
      if (arrival !== undefined) counting.add(arrival);
    }
    read += page.length;
    countedUpTo = page.at(-1)?.recordedAt;
    if (read >= MOST_READ) break;
  }
  const declared = await readDeclarations(table, { provider, month });
  const cutOff = cutOffOf(month);
  return {
    month,
    cutOff,
    hasPassed: now > cutOff,
    receipts: counting.conclude().map((receipts) => withDeclaration(receipts, declared)),
    ...(read >= MOST_READ && countedUpTo !== undefined && { countedUpTo }),
  };
}

function withDeclaration(receipts: TypeReceipts, declared: readonly Declaration[]): Receipt {
  const { created, amended } = receipts.forMonth;
  const own = declared.find(({ type }) => type === receipts.type);
  if (own === undefined) return { ...receipts, nothingToSend: false };
  const { type: _, ...declaration } = own;
  const nothingToSend = created + amended === 0;
  // What is not sent because there is nothing is no surprise.
  const { volume, ...rest } = receipts;
  return { ...rest, ...(volume && !nothingToSend && { volume }), nothingToSend, declaration };
}

/** Whether any record of a type stands for a month. */
export async function hasRecords(
  table: Table,
  provider: string,
  { month, type }: { readonly month: string; readonly type: RecordTypeName },
): Promise<boolean> {
  for await (const page of readArrivals(table, provider, startOf(month)))
    if (page.some((item) => item.type === type && item.withdrawn === undefined && isOf(item, month)))
      return true;
  return false;
}

function isOf(item: RecordItem, month: string): boolean {
  const arrival = arrivalOf(item);
  return arrival !== undefined && londonDate(arrival.statedAt).startsWith(month);
}

/** An instant before everything that arrived in a month: in summer London is an hour ahead. */
function startOf(month: string): string {
  return new Date(Date.parse(`${month}-01T00:00:00Z`) - 3_600_000).toISOString();
}
