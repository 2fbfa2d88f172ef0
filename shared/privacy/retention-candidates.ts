import { queryPages, type Table } from '../store/dynamo.ts';
import type { Person } from '../store/holdings.ts';
import {
  personOfPartition,
  personOfPlacementKey,
  placementsOfCommissioner,
  recordsByChange,
  tableIndexes,
} from '../store/table.ts';

/**
 * The people of whom something may have been kept long enough, each once: those whose placement ended before a date,
 * and, since some never had one, those of whom something was recorded before it and not sent again since.
 */
export async function* retentionCandidates(
  table: Table,
  {
    commissioners,
    providers,
    before,
  }: {
    readonly commissioners: readonly string[];
    readonly providers: readonly string[];
    readonly before: string;
  },
): AsyncGenerator<Person> {
  const { byCommissioner, byChange } = tableIndexes;
  const met = new Set<string>();
  const isNew = ({ provider, personRef }: Person) => {
    const name = `${provider}#${personRef}`;
    if (met.has(name)) return false;
    met.add(name);
    return true;
  };
  for (const commissioner of commissioners) {
    const partition = placementsOfCommissioner(commissioner);
    const attributes = [byCommissioner.sort];
    for await (const page of queryPages(table, { index: byCommissioner, partition, before, attributes }))
      yield* page.map((item) => personOfPlacementKey(String(item[byCommissioner.sort]))).filter(isNew);
  }
  for (const provider of providers) {
    const partition = recordsByChange(provider, '', '', '').GSI2PK;
    for await (const page of queryPages(table, { index: byChange, partition, before, attributes: ['PK'] }))
      yield* page.flatMap(({ PK }) => personOfPartition(String(PK)) ?? []).filter(isNew);
  }
}
