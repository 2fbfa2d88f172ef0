import type { PersonRecords } from '../outcomes/person-records.ts';
import type { RecordTypeName } from '../records/registry.ts';
import { queryAll, type Table } from './dynamo.ts';
import type { Person } from './holdings.ts';
import { isStoredRecord } from './stored-record.ts';
import { personPartition, recordsOfType } from './table.ts';

/**
 * A person's records as they stand now.
 *
 * @param types the kinds that are asked for; without them, all
 */
export async function readPerson(
  table: Table,
  { provider, personRef }: Person,
  types?: readonly RecordTypeName[],
): Promise<PersonRecords> {
  const partition = personPartition(provider, personRef);
  const found =
    types === undefined
      ? await queryAll(table, { partition })
      : await Promise.all(
          types.map((type) => queryAll(table, { partition, beginsWith: recordsOfType(type) })),
        );
  return { provider, personRef, records: found.flat().filter(isStoredRecord) };
}
