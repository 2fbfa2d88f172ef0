import { queryPage, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import { providerRecordsPartition, tableIndexes } from './table.ts';

const AT_ONCE = 8;

/** The instant at which any of these providers’ records last changed; undefined where none ever has. */
export async function lastChange(table: Table, providers: readonly string[]): Promise<string | undefined> {
  const { byChange: index } = tableIndexes;
  const instants = await inParallel(AT_ONCE, providers, async (provider) => {
    const partition = providerRecordsPartition(provider);
    const query = { index, partition, descending: true, limit: 1, attributes: [index.sort] };
    const [newest] = (await queryPage(table, query)).items;
    return newest === undefined ? [] : [String(newest[index.sort]).split('#', 1)[0] ?? ''];
  });
  return instants.flat().toSorted().at(-1);
}
