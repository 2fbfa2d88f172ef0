import { type ClaimEntry, readClaim, rewriteClaim } from './claims.ts';
import { deleteItem, getItem, queryAll, type Table } from './dynamo.ts';
import { withoutPlacements } from './erased-lines.ts';
import type { RecordName, Shelf } from './held-records.ts';
import { inParallel } from './in-parallel.ts';
import { raced } from './put-record.ts';
import { contentHash } from './record-item.ts';
import { claimedKey, claimedPartition, pointerKey, VACANT } from './table.ts';

/** That a claim names a placement, or was about to. */
export type ClaimedPlacement = {
  readonly placement: string;
  readonly claimId: string;
  /** The claim, where it has a line of the placement. */
  readonly claim?: ClaimEntry;
};

const AT_ONCE = 16;

/** Where the ids of some of a provider's placements lead; those that lead nowhere are absent. */
export async function partitionsOf(
  table: Table,
  provider: string,
  placements: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await inParallel(AT_ONCE, placements, async (placement) => {
    const pointer = await getItem(table, pointerKey(provider, 'placement', placement));
    return pointer === undefined ? [] : [[placement, String(pointer['partition'])] as const];
  });
  return new Map(found.flat().filter(([, partition]) => partition !== VACANT));
}

/** Of ids that records of a shelf have or had those of placements, without those that are somebody else's by now. */
export async function placementsOn(
  table: Table,
  { provider, partition }: Shelf,
  names: readonly RecordName[],
): Promise<string[]> {
  const ids = [...new Set(names.flatMap(({ type, id }) => (type === 'placement' ? [id] : [])))];
  const partitions = await partitionsOf(table, provider, ids);
  return ids.filter((id) => (partitions.get(id) ?? partition) === partition);
}

/**
 * Finds every claim that names one of a provider's placements, or that it is written down of that it does.
 *
 * @param alsoIn claims that may name one although nothing leads there
 */
export async function readClaimed(
  table: Table,
  provider: string,
  placements: readonly string[],
  alsoIn: readonly string[] = [],
): Promise<ClaimedPlacement[]> {
  const found = await inParallel(AT_ONCE, placements, async (placement) => {
    const items = await queryAll(table, { partition: claimedPartition(provider, placement) });
    const led = items.map(({ SK }) => String(SK));
    const looked = await inParallel(AT_ONCE, [...new Set([...led, ...alsoIn])], async (claimId) => {
      const claim = await readClaim(table, claimId);
      const names = claim?.data.provider === provider && lineOf(claim, placement) !== undefined;
      return { placement, claimId, ...(names && { claim }) };
    });
    return looked.filter(({ claimId, claim }) => claim !== undefined || led.includes(claimId));
  });
  return found.flat();
}

/** What a claim says of a placement. */
export function lineOf({ data }: ClaimEntry, placement: string) {
  return data.lines.find((line) => line.placement === placement);
}

/**
 * Takes placements out of the claims that name them; weeks, rates and totals stay. Each claim is rewritten on the
 * condition that nobody else did meanwhile, and only then is forgotten that it named the placement: until then a
 * repeated removal finds it again.
 */
export async function removeFromClaims(
  table: Table,
  provider: string,
  claimed: readonly ClaimedPlacement[],
): Promise<void> {
  const byClaim = [...Map.groupBy(claimed, ({ claimId }) => claimId)];
  await inParallel(AT_ONCE, byClaim, async ([claimId, ofOne]) => {
    const gone = new Set(ofOne.map(({ placement }) => placement));
    await takeOut(table, provider, claimId, gone);
    for (const placement of gone) await deleteItem(table, claimedKey(provider, placement, claimId));
  });
}

function takeOut(table: Table, provider: string, claimId: string, gone: ReadonlySet<string>): Promise<true> {
  return raced({}, async () => {
    const current = await readClaim(table, claimId);
    if (current?.data.provider !== provider) return true;
    if (!current.data.lines.some(({ placement }) => gone.has(placement))) return true;
    const data = withoutPlacements(current.data, gone);
    // Who sent what is claimed, and when, is as it was.
    const next = { ...current, data, hash: contentHash(data) };
    return (await rewriteClaim(table, current, next)) ? true : undefined;
  });
}
