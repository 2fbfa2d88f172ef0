import * as z from 'zod';
import { claim, type ClaimRecord } from '../finance/claim.ts';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import type { PutResult } from './put-record.ts';
import {
  type EntryChange,
  type Place,
  putVersion,
  type Stamp,
  stampSchema,
  withdrawVersion,
} from './put-version.ts';
import {
  afterClaimsOfMonth,
  claimedKey,
  claimKey,
  claimsByParty,
  claimsOfCommissionerPartition,
  claimsOfMonth,
  claimsOfProviderPartition,
  tableIndexes,
} from './table.ts';

/** A claim as it is kept: what is claimed, which version it is, who sent it when, and whether it was withdrawn. */
export type ClaimEntry = ClaimRecord & Stamp;

const AT_ONCE = 16;

const itemSchema = z.object({ id: z.string(), ...stampSchema.shape, data: claim.schema });

/** The claim of an id, which may be withdrawn, or undefined; as last written. */
export async function readClaim(table: Table, id: string): Promise<ClaimEntry | undefined> {
  const item = await getItem(table, claimKey(id));
  return item && itemSchema.parse(item);
}

/**
 * The claims on a commissioner by month and id, up to and including a month where one is given, without those that
 * were withdrawn: one Query.
 *
 * @param untilMonth `2026-10`
 */
export async function claimsOfCommissioner(
  table: Table,
  commissioner: string,
  untilMonth?: string,
): Promise<ClaimEntry[]> {
  const items = await queryAll(table, {
    index: tableIndexes.byCommissioner,
    partition: claimsOfCommissionerPartition(commissioner),
    ...(untilMonth !== undefined && { before: afterClaimsOfMonth(untilMonth) }),
  });
  return items.map((item) => itemSchema.parse(item));
}

/** The claims of one month on a commissioner or from a provider, by id, without those that were withdrawn: one Query. */
export async function claimsInMonth(
  table: Table,
  party: { readonly commissioner: string } | { readonly provider: string },
  month: string,
): Promise<ClaimEntry[]> {
  const { byCommissioner, byParty } = tableIndexes;
  const where =
    'commissioner' in party
      ? { index: byCommissioner, partition: claimsOfCommissionerPartition(party.commissioner) }
      : { index: byParty, partition: claimsOfProviderPartition(party.provider) };
  const items = await queryAll(table, { ...where, beginsWith: claimsOfMonth(month) });
  return items.map((item) => itemSchema.parse(item));
}

/**
 * Keeps a claim under its id: new or again, as the next version, or as it was. Of each placement it is written down
 * first that this claim names it, so that an erasure finds the claim; then the claim is written. What a lost race or a
 * crash leaves of the first leads to a claim that does not name the placement, and goes when the placement's person
 * does.
 *
 * @throws AppError 412 `version-conflict`, and what `change.admit` throws
 */
export function putClaim(
  table: Table,
  { id, data }: ClaimRecord,
  change: EntryChange<ClaimEntry>,
): Promise<PutResult> {
  return putVersion(placeOf(table, id), data, change);
}

/**
 * Withdraws the claim of an id, which keeps its place and its lines. What leads there from each placement stays, so
 * that an erasure finds it like any other.
 *
 * @throws AppError 412 `version-conflict`, and what `change.admit` throws
 */
export function withdrawClaim(
  table: Table,
  id: string,
  change: EntryChange<ClaimEntry>,
): Promise<{ readonly version: number } | 'absent'> {
  return withdrawVersion(placeOf(table, id), change);
}

/** Where the claim of an id is read and written. */
const placeOf = (table: Table, id: string): Place<ClaimEntry> => ({
  read: () => readClaim(table, id),
  write: async (next, condition, current) => {
    const { provider, lines } = next.data;
    const known = new Set(
      current?.data.provider === provider ? current.data.lines.map(({ placement }) => placement) : [],
    );
    const named = lines.map(({ placement }) => placement).filter((each) => !known.has(each));
    await inParallel(AT_ONCE, named, (each) => putItem(table, claimedKey(provider, each, id)));
    return putItem(table, itemOf({ id, ...next }), condition);
  },
});

/** Rewrites a claim that is still at the version that was read as its next one; answers whether it was. */
export function rewriteClaim(
  table: Table,
  { id, version }: Pick<ClaimEntry, 'id' | 'version'>,
  next: Omit<ClaimEntry, 'id' | 'version'>,
): Promise<boolean> {
  return putItem(table, itemOf({ ...next, id, version: version + 1 }), { version });
}

/** One that was withdrawn is on no index, so that no list has it. */
function itemOf(entry: ClaimEntry) {
  const { id, data, withdrawn } = entry;
  return { ...claimKey(id), ...entry, ...(withdrawn === undefined && claimsByParty(data, id)) };
}
