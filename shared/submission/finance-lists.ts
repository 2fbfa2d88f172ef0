import { isOwn, type Party } from '../platform/finance-party.ts';
import { type BlockEntry, readBlocks } from '../store/blocks.ts';
import { type ClaimEntry, claimsInMonth } from '../store/claims.ts';
import type { Table } from '../store/dynamo.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readCodes } from '../store/registries.ts';

const AT_ONCE = 16;

/** The blocks of a party, by id. */
export async function blocksOf(table: Table, party: Party): Promise<BlockEntry[]> {
  if ('commissioner' in party) return readBlocks(table, party.commissioner);
  return (await readBlocks(table)).filter(({ data }) => isOwn(party, data));
}

/** The claims of a party in a month, by id; those of everybody by commissioner, then id. */
export async function claimsOf(table: Table, party: Party, month: string): Promise<ClaimEntry[]> {
  if (!('operator' in party)) return claimsInMonth(table, party, month);
  const commissioners = await readCodes(table, 'commissioners');
  const claims = await inParallel(AT_ONCE, commissioners, (commissioner) =>
    claimsInMonth(table, { commissioner }, month),
  );
  return claims.flat();
}
