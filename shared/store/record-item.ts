import * as z from 'zod';
import { createHash } from 'node:crypto';
import { londonDate } from '../records/london.ts';
import type { Subject } from '../records/record-type.ts';
import type { AnyRecord } from '../records/registry.ts';
import {
  commissionerRecordsPartition,
  historyPartition,
  historySort,
  type Key,
  personPartition,
  placeOf,
  placementsByCommissioner,
  placementsByReferrer,
  pointerKey,
  pointersByPerson,
  providerRecordsPartition,
  recordsByChange,
  recordsByCommissioner,
} from './table.ts';

/** Why a record was withdrawn. */
export const withdrawalReasonSchema = z.enum(['entered-in-error', 'consent-withdrawn', 'duplicate']);
export type WithdrawalReason = z.infer<typeof withdrawalReasonSchema>;

/** One version of a record as it is stored: its content, or that it was withdrawn. */
const recordItemSchema = z.looseObject({
  PK: z.string(),
  SK: z.string(),
  type: z.string(),
  id: z.string(),
  provider: z.string(),
  version: z.int().min(1),
  recordedAt: z.string(),
  /** Who sent this version: a machine's client, or a person by their `sub`. */
  client: z.string(),
  hash: z.string(),
  data: z.record(z.string(), z.unknown()),
  withdrawn: withdrawalReasonSchema.optional(),
  /** This version changed what a month said that was issued before it came. */
  late: z.literal(true).optional(),
  /** A fence: this place was closed, so that the id can be sent for someone else. */
  moving: z.literal(true).optional(),
  GSI1PK: z.string().optional(),
  GSI1SK: z.string().optional(),
});

export type RecordItem = z.infer<typeof recordItemSchema>;

/** Reads an item back; the store is the one writer, so a mismatch is a fault of ours and throws. */
export function readRecordItem(item: unknown): RecordItem {
  return recordItemSchema.parse(item);
}

/** Where a record is kept: with its person, its commissioner or its provider. */
export function recordKey(
  provider: string,
  { type, id, subject }: Pick<AnyRecord, 'type' | 'id' | 'subject'>,
): Key {
  return placeOf(partitionOf(provider, subject), { provider, type, id });
}

/** The partition that what an item holds belongs to, wherever the item itself is kept. */
export function partitionOfContent({ provider, data }: Pick<RecordItem, 'provider' | 'data'>): string {
  const { personRef, commissioner } = data;
  if (typeof personRef === 'string') return partitionOf(provider, { kind: 'person', personRef });
  if (typeof commissioner === 'string') return partitionOf(provider, { kind: 'commissioner', commissioner });
  return partitionOf(provider, { kind: 'provider' });
}

function partitionOf(provider: string, subject: Subject): string {
  switch (subject.kind) {
    case 'person':
      return personPartition(provider, subject.personRef);
    case 'commissioner':
      return commissionerRecordsPartition(subject.commissioner);
    case 'provider':
      return providerRecordsPartition(provider);
  }
}

type Stamp = {
  readonly version: number;
  readonly recordedAt: string;
  readonly client: string;
  readonly late?: true;
};

/**
 * The item that leads from a provider's id to its record.
 *
 * @param base the last version before this place was pointed at
 */
export function pointerItem({ provider, type, id, PK }: RecordItem, base: number) {
  return { ...pointerKey(provider, type, id), partition: PK, base, ...pointersByPerson(PK, type, id) };
}

/** The item of a record's current version, with its places in the indexes. */
export function recordItem(provider: string, record: AnyRecord, stamp: Stamp): RecordItem {
  const { type, id, data } = record;
  return {
    ...recordKey(provider, record),
    type,
    id,
    provider,
    ...stamp,
    hash: contentHash(data),
    data,
    ...recordsByChange(provider, stamp.recordedAt, type, id),
    ...indexKeys(provider, record),
  };
}

/** The item that says a record was withdrawn; it keeps what it last held, and its place under its commissioner. */
export function tombstoneItem(current: RecordItem, reason: WithdrawalReason, stamp: Stamp): RecordItem {
  const { late: _, ...former } = current;
  const { type, id, provider } = former;
  return {
    ...former,
    ...stamp,
    withdrawn: reason,
    ...recordsByChange(provider, stamp.recordedAt, type, id),
  };
}

/**
 * The item that closes a place of an id before the id goes to another place: whoever was about to write there loses
 * the race. It is a withdrawn version like a tombstone and is told to nobody.
 */
export function fenceItem(
  place: Key,
  { type, id, provider }: { readonly type: string; readonly id: string; readonly provider: string },
  current: RecordItem | undefined,
  stamp: Stamp,
): RecordItem {
  const kept = Object.entries(current ?? {}).filter(
    ([attribute]) => attribute !== 'late' && !attribute.startsWith('GSI2'),
  );
  return {
    data: {},
    hash: '',
    ...Object.fromEntries(kept),
    PK: place.PK,
    SK: place.SK,
    type,
    id,
    provider,
    ...stamp,
    withdrawn: 'entered-in-error',
    moving: true,
  };
}

/**
 * The item of a superseded version. It stays on the index of commissioners only where its successor is no longer
 * found there, so that a run as at an earlier instant still finds its person.
 */
export function historyItem(superseded: RecordItem, staysIndexed: boolean): RecordItem {
  const { GSI1PK, GSI1SK, ...rest } = Object.fromEntries(
    Object.entries(superseded).filter(([attribute]) => !/^GSI[23]/.test(attribute)),
  );
  return readRecordItem({
    ...rest,
    PK: historyPartition(superseded.provider, superseded.type, superseded.id),
    SK: historySort(superseded.version),
    ...(staysIndexed && { GSI1PK, GSI1SK }),
  });
}

/** SHA-256 of a record's content; the same content has the same hash, in whatever order its fields came. */
export function contentHash(data: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(data)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, within]) => [key, ordered(within)]),
  );
}

function indexKeys(provider: string, { type, id, data, subject, happenedAt }: AnyRecord) {
  if (type === 'placement') {
    const { commissioner, referrer, personRef } = data;
    return {
      ...placementsByCommissioner(commissioner, data, provider, personRef),
      ...(referrer !== undefined && placementsByReferrer(referrer, provider, personRef, id)),
    };
  }
  if (subject.kind === 'commissioner') {
    return recordsByCommissioner(subject.commissioner, londonDate(happenedAt), provider, type, id);
  }
  return {};
}
