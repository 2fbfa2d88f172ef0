import { queryPages, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import { readCodes } from './registries.ts';
import { personOfPlacementKey, placementsOfCommissioner, tableIndexes } from './table.ts';

const AT_ONCE = 8;

/**
 * The commissioners for whom a provider has a placement that had not ended before a date.
 *
 * @example await servedCommissioners(table, 'janus', '2026-10-01') // ['northshire']
 */
export async function servedCommissioners(table: Table, provider: string, from: string): Promise<string[]> {
  const codes = await readCodes(table, 'commissioners');
  const found = await inParallel(AT_ONCE, codes, async (commissioner) =>
    (await serves(table, provider, { commissioner, from })) ? [commissioner] : [],
  );
  return found.flat();
}

async function serves(
  table: Table,
  provider: string,
  { commissioner, from }: { readonly commissioner: string; readonly from: string },
): Promise<boolean> {
  const { byCommissioner: index } = tableIndexes;
  const partition = placementsOfCommissioner(commissioner);
  for await (const page of queryPages(table, { index, partition, from, attributes: [index.sort] }))
    if (page.some((item) => personOfPlacementKey(String(item[index.sort])).provider === provider))
      return true;
  return false;
}
