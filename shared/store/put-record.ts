import { AppError } from '../platform/errors.ts';
import { dateOfDay, londonDay } from '../records/london.ts';
import type { AnyRecord } from '../records/registry.ts';
import { putItem, type Table } from './dynamo.ts';
import {
  contentHash,
  historyItem,
  type RecordItem,
  recordItem,
  recordKey,
  tombstoneItem,
} from './record-item.ts';
import type { WithdrawalReason } from './record-item.ts';
import { type Located, locate } from './locate-record.ts';
import { pointerKey } from './table.ts';

/** Whether a submission made something new, changed what was there or found it as it is. */
export type PutResult = { readonly outcome: 'created' | 'amended' | 'unchanged'; readonly version: number };

/** Who sends a change, when, and which version they believe to be current. */
export type Change = {
  readonly provider: string;
  readonly client: string;
  readonly now: Date;
  /** Another current version than this is refused with `version-conflict`. */
  readonly ifVersion?: number | undefined;
  /** Answers what would happen and writes nothing. */
  readonly dryRun?: boolean | undefined;
};

/** Every run reads at least the placements that ended up to this long before its month. */
export const ALWAYS_READ_DAYS = 730;

const MOST_RACES = 8;

/**
 * Stores a record: creates it, amends it with the former version kept, or finds the same content and writes nothing.
 *
 * Each write stands alone and is conditional. A first write is the pointer, then the record: a pointer alone reads
 * as absent and any retry completes it. An amendment writes the former version to the history, then the record on
 * the condition that it is still at that version; who loses such a race looks again.
 *
 * @throws AppError 409 `id-in-use` when the id is that of another person's record, 412 `version-conflict`
 */
export function putRecord(table: Table, record: AnyRecord, change: Change): Promise<PutResult> {
  return raced(change, async () => {
    const located = await locate(table, change.provider, record.type, record.id);
    const { current } = located;
    const isLive = current !== undefined && current.withdrawn === undefined;
    checkVersion(current, change);
    const moves =
      located.partition !== undefined && located.partition !== recordKey(change.provider, record).PK;
    if (moves && isLive) throw idInUse();
    if (isLive && current.hash === contentHash(record.data)) {
      return { outcome: 'unchanged', version: current.version };
    }
    const next = recordItem(change.provider, record, stampOf(change, located));
    const written =
      change.dryRun === true ||
      (moves || current === undefined
        ? await settle(table, located, next)
        : await supersede(table, current, next, change.now));
    return written ? { outcome: isLive ? 'amended' : 'created', version: next.version } : undefined;
  });
}

/**
 * Withdraws a record: its current version becomes a tombstone that says why. Withdrawing again changes nothing.
 * Answers undefined when there is no such record.
 *
 * @throws AppError 412 `version-conflict`
 */
export function withdrawRecord(
  table: Table,
  { type, id, reason }: { readonly type: string; readonly id: string; readonly reason: WithdrawalReason },
  change: Change,
): Promise<{ readonly version: number } | 'absent'> {
  return raced(change, async () => {
    const located = await locate(table, change.provider, type, id);
    const { current } = located;
    if (current === undefined) return 'absent';
    checkVersion(current, change);
    if (current.withdrawn !== undefined) return { version: current.version };
    const tombstone = tombstoneItem(current, reason, stampOf(change, located));
    return (await supersede(table, current, tombstone, change.now))
      ? { version: tombstone.version }
      : undefined;
  });
}

/** Repeats an attempt that lost a race; under a stated version the race is the sender's to resolve. */
async function raced<Result>(change: Change, attempt: () => Promise<Result | undefined>): Promise<Result> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (change.ifVersion !== undefined) throw versionConflict();
  }
  throw new AppError(409, 'busy', 'This record is being changed by others at this moment; send it again.');
}

/** Points the id at the record's place, then writes the record there; a former place keeps its tombstone. */
async function settle(table: Table, located: Located, next: RecordItem): Promise<boolean> {
  const { partition, base, current } = located;
  if (partition !== next.PK) {
    if (current !== undefined) await putItem(table, historyItem(current, false));
    const pointer = {
      ...pointerKey(next.provider, next.type, next.id),
      partition: next.PK,
      base: next.version - 1,
    };
    const pointed = await putItem(table, pointer, partition === undefined ? 'absent' : { partition, base });
    if (!pointed) return false;
  }
  return putItem(table, next, 'absent');
}

async function supersede(table: Table, current: RecordItem, next: RecordItem, now: Date): Promise<boolean> {
  const staysIndexed = leavesIndex(current, next, now);
  // Unconditional where it must stay on the index: a lost race may have left the same version there without.
  await putItem(table, historyItem(current, staysIndexed), staysIndexed ? undefined : 'absent');
  return putItem(table, next, { version: current.version });
}

/** Whether a run as at an earlier instant would no longer find the successor where its former version was. */
function leavesIndex(current: RecordItem, next: RecordItem, now: Date): boolean {
  if (current.GSI1PK === undefined || current.GSI1SK === undefined) return false;
  if (next.GSI1PK !== current.GSI1PK || next.GSI1SK === undefined) return true;
  return (
    next.GSI1SK < current.GSI1SK && next.GSI1SK < dateOfDay(londonDay(now.toISOString()) - ALWAYS_READ_DAYS)
  );
}

/** Versions of one record are one apart and later than one another, whatever the clock did. */
function stampOf({ client, now }: Change, { current, base }: Located) {
  const earliest = current === undefined ? 0 : Date.parse(current.recordedAt) + 1;
  return {
    version: (current?.version ?? base) + 1,
    recordedAt: new Date(Math.max(now.getTime(), earliest)).toISOString(),
    client,
  };
}

function checkVersion(current: RecordItem | undefined, { ifVersion }: Change): void {
  if (ifVersion !== undefined && ifVersion !== current?.version) throw versionConflict();
}

function versionConflict(): AppError {
  return new AppError(
    412,
    'version-conflict',
    'The record is at another version now; read it and send again.',
  );
}

function idInUse(): AppError {
  const detail =
    'This id is in use for a record about someone else; withdraw that record first, or use another id.';
  return new AppError(409, 'id-in-use', detail);
}
