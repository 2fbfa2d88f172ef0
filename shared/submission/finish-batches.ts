import { readRecord } from '../intake/read-record.ts';
import { erasureGuard } from '../privacy/erasure-guard.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { AnyRecord } from '../records/registry.ts';
import { type AcceptedBatch, type BatchPart, endBatch, readBatches, removePart } from '../store/batches.ts';
import type { Table } from '../store/dynamo.ts';
import { contentHash, type RecordItem } from '../store/record-item.ts';
import { latenessAt } from './late/lateness.ts';
import { peopleIn, personOf } from './people-in.ts';
import { storeRecords } from './store-records.ts';

/** A request that accepted a batch is over by then: no function that answers runs that long. */
const CUT_SHORT_MS = 60_000;

type Finishing = { readonly table: Table; readonly tagOf: TagOf; readonly now: () => Date };

/** How many batches were finished, and how many of their records were refused after all. */
export type Finished = { readonly batches: number; readonly refused: number };

/**
 * Stores what is left of the batches that were accepted whole and cut short by a crash, and removes what one left that
 * was never accepted. A record that was amended or withdrawn after its batch was accepted stays as it is. A batch that
 * fails does not keep the others; it is thrown at the end.
 *
 * @param longestMs how long ago they were accepted at least; others may still be under way
 */
export async function finishBatches(
  { table, tagOf, now }: Finishing,
  providers: readonly string[],
  longestMs = CUT_SHORT_MS,
): Promise<Finished> {
  const latest = new Date(now().getTime() - longestMs).toISOString();
  const finished = { batches: 0, refused: 0 };
  const failures: unknown[] = [];
  for (const provider of providers) {
    const { batches, parts } = await readBatches(table, provider);
    for (const batch of batches.filter(({ acceptedAt }) => acceptedAt <= latest)) {
      const own = parts.filter((part) => belongsTo(part, batch));
      try {
        finished.refused += await finishBatch({ table, tagOf, now }, batch, own);
        finished.batches += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    const orphans = parts.filter((part) => !batches.some((batch) => belongsTo(part, batch)));
    for (const part of orphans) if (part.keptAt <= latest) await removePart(table, part);
  }
  if (failures.length > 0) throw failures[0];
  return finished;
}

/** Answers how many records were refused. */
async function finishBatch(
  { table, tagOf, now }: Finishing,
  batch: AcceptedBatch,
  parts: readonly BatchPart[],
): Promise<number> {
  const { provider, client, acceptedAt } = batch;
  const records = parts
    .toSorted((a, b) => a.part - b.part)
    .flatMap((part) => part.records)
    .flatMap(({ type, id, data }) => readRecord(type, id, data).record ?? []);
  const erasures = erasureGuard(table, tagOf, provider);
  const named = peopleIn(records.map((record) => ({ record, personRef: personOf(record) })));
  const erased = await erasures.erasedOf(named);
  const left = records.filter((record) => !erased.has(personOf(record) ?? ''));

  const own = new Set(records.map(({ data }) => contentHash(data)));
  const spares = ({ recordedAt, hash, withdrawn, moving }: RecordItem) =>
    recordedAt > acceptedAt && moving !== true && (withdrawn !== undefined || !own.has(hash));
  const change = { provider, client, now, spares };
  const stored = await storeRecords(
    { table, erasures, change, lateness: latenessAt(table, provider) },
    lastOfEach(left).map((record) => ({ record })),
  );
  await endBatch(table, batch);
  return stored.filter(({ outcome }) => outcome === 'rejected').length;
}

/** Of records of one id the last: what holds once all are stored. */
function lastOfEach(records: readonly AnyRecord[]): AnyRecord[] {
  return [...new Map(records.map((record) => [`${record.type}#${record.id}`, record])).values()];
}

function belongsTo(part: BatchPart, { content, batchId }: AcceptedBatch): boolean {
  return part.content === content && part.batchId === batchId;
}
