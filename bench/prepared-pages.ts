import { contentHash } from '../shared/store/record-item.ts';
import type { BenchGroup, BenchRecord } from './crowd/bench-record.ts';
import { crowd } from './crowd/crowd.ts';

/** One page of JSON a person, as the table's client hands over what a Query of the person found. */
export function preparedPages(records: number): string[] {
  return Array.from(crowd(records), pageOf);
}

/**
 * The page of one Query, in the order of its keys: `{ provider, person, items }`, without a person what a provider sent
 * that names none.
 */
export function pageOf({ provider, person, records }: BenchGroup): string {
  const partition = person === undefined ? `PROVIDER#${provider}` : `PERSON#${provider}#${person}`;
  return JSON.stringify({
    provider,
    person,
    items: records
      .map((record) => itemOf(provider, partition, record))
      .sort((a, b) => (a.SK < b.SK ? -1 : 1)),
  });
}

function itemOf(provider: string, partition: string, { type, id, data }: BenchRecord) {
  const recordedAt = '2026-10-31T09:00:00.000Z';
  return {
    PK: partition,
    SK: `${type}#${id}`,
    type,
    id,
    provider,
    version: 1,
    recordedAt,
    client: 'client-1',
    hash: contentHash(data),
    GSI2PK: `PROVIDER#${provider}`,
    GSI2SK: `${recordedAt}#${type}#${id}`,
    data,
  };
}
