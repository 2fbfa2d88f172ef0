import type { StoredRecord } from '../outcomes/person-records.ts';
import { queryAll, type Table } from './dynamo.ts';
import { isStoredRecord } from './stored-record.ts';
import { placementsOfReferrer, referredByProvider, tableIndexes } from './table.ts';

type StoredPlacement = Extract<StoredRecord, { type: 'placement' }>;

/** Every placement that names a referrer, or of these one provider's. */
export async function findReferred(
  table: Table,
  { referrer, provider }: { readonly referrer: string; readonly provider?: string | undefined },
): Promise<StoredPlacement[]> {
  const items = await queryAll(table, {
    index: tableIndexes.byParty,
    partition: placementsOfReferrer(referrer),
    ...(provider !== undefined && { beginsWith: referredByProvider(provider) }),
  });
  return items.filter(isStoredRecord).filter((record) => record.type === 'placement');
}
