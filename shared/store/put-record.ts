import { AppError } from '../platform/errors.ts';
import { dateOfDay, londonDay } from '../records/london.ts';
import type { AnyRecord } from '../records/registry.ts';
import { putItem, type Table } from './dynamo.ts';
import {
  contentHash,
  fenceItem,
  historyItem,
  pointerItem,
  type RecordItem,
  recordItem,
  recordKey,
  tombstoneItem,
  type WithdrawalReason,
} from './record-item.ts';
import { type Located, locate, readPlace } from './locate-record.ts';
import { placeOf, VACANT } from './table.ts';

/** Whether a submission made something new, changed what was there or found it as it is. */
export type PutResult = { readonly outcome: 'created' | 'amended' | 'unchanged'; readonly version: number };

/** What storing a record did; where it came late, what it put in place of what. */
export type Stored = PutResult & { readonly late?: Versions };

/**
 * The version that has to be current for a change to be made, `any` or `none` at all; everything else is refused with
 * `version-conflict`. Undefined asks for nothing.
 */
export type ExpectedVersion = number | 'any' | 'none' | undefined;

/** Who sends a change, and which version they believe to be current. */
export type Change = {
  readonly provider: string;
  readonly client: string;
  /** The clock: a version is stamped when it is written, not when its batch began. */
  readonly now: () => Date;
  readonly ifVersion?: ExpectedVersion;
  /** Told the partition of every place that is about to be written. */
  readonly visits?: ((partition: string) => void) | undefined;
  /** Whether what is there stays as it is, although it is something else. */
  readonly spares?: ((current: RecordItem) => boolean) | undefined;
  /** Whether a version, or none, in place of the one that stood, or of none, changes a month that was issued. */
  readonly isLate?: ((versions: Versions) => Promise<boolean>) | undefined;
  /** The id is likely to be new: it is written first, and looked for where it was not. */
  readonly likelyNew?: boolean | undefined;
  /** Answers what would happen and writes nothing. */
  readonly dryRun?: boolean | undefined;
};

/** A record in place of a version that stood. */
export type Versions = { readonly former: RecordItem | undefined; readonly next: AnyRecord | undefined };

/** Every run reads at least the placements that ended up to this long before its month. */
export const ALWAYS_READ_DAYS = 730;

const MOST_RACES = 12;

/**
 * Stores a record: creates it, amends it with the former version kept, or finds the same content and writes nothing.
 *
 * Each write stands alone and is conditional. A first write is the pointer, then the record: a pointer alone reads
 * as absent and any retry completes it. An amendment writes the former version to the history, then the record on
 * the condition that it is still at that version; who loses such a race looks again.
 *
 * An id whose record was withdrawn may go to another person: its old place is closed by a fence, so that whoever
 * was about to write there loses; then the pointer is moved, on the condition that it is as it was; then the record
 * is written. Versions go up through all of it.
 *
 * @throws AppError 409 `id-in-use` when the id is that of another person's record, 412 `version-conflict`
 */
export async function putRecord(table: Table, record: AnyRecord, change: Change): Promise<Stored> {
  if (change.likelyNew === true && change.dryRun !== true && change.ifVersion === undefined) {
    const created = await writeFirst(table, record, change);
    if (created !== undefined) return created;
  }
  return raced(change, async () => {
    const located = await locate(table, change.provider, record.type, record.id);
    const { partition, current } = located;
    const isLive = current !== undefined && current.withdrawn === undefined;
    checkVersion(current, change);
    const place = recordKey(change.provider, record);
    if (partition !== undefined) change.visits?.(partition);
    if (current !== undefined && change.spares?.(current) === true)
      return { outcome: 'unchanged', version: current.version };
    const moves = partition !== undefined && partition !== VACANT && partition !== place.PK;
    if (moves && isLive) throw idInUse();
    if (isLive && current.hash === contentHash(record.data)) {
      return { outcome: 'unchanged', version: current.version };
    }
    const versions = { former: isLive ? current : undefined, next: record };
    const late = await lateness(change, versions);
    const next = recordItem(change.provider, record, { ...stampOf(change, located), ...late });
    const told = { outcome: isLive ? 'amended' : 'created', ...(late.late && { late: versions }) } as const;
    if (change.dryRun === true) return { ...told, version: next.version };
    const written = moves
      ? await moveTo(table, located, record, change, late)
      : await writeHere(table, located, next);
    return written && { ...told, version: written.version };
  });
}

/**
 * Withdraws a record: its current version becomes a tombstone that says why. Withdrawing again changes nothing.
 * Answers `absent` when there is no such record.
 *
 * @throws AppError 412 `version-conflict`
 */
export function withdrawRecord(
  table: Table,
  { type, id, reason }: { readonly type: string; readonly id: string; readonly reason: WithdrawalReason },
  change: Change,
): Promise<Omit<Stored, 'outcome'> | 'absent'> {
  return raced(change, async () => {
    const located = await locate(table, change.provider, type, id);
    const { current } = located;
    if (current === undefined) return 'absent';
    change.visits?.(current.PK);
    checkVersion(current, change);
    if (current.withdrawn !== undefined) return { version: current.version };
    const versions = { former: current, next: undefined };
    const late = await lateness(change, versions);
    const tombstone = tombstoneItem(current, reason, { ...stampOf(change, located), ...late });
    if (!(await replace(table, current, tombstone))) return undefined;
    return { version: tombstone.version, ...(late.late && { late: versions }) };
  });
}

/** Repeats an attempt that lost a race; under a stated version the race is the sender's to resolve. */
export async function raced<Result>(
  change: Pick<Change, 'ifVersion'>,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (change.ifVersion !== undefined) throw versionConflict();
  }
  throw new AppError(409, 'busy', 'This record is being changed by others at this moment; send it again.');
}

/** The first write of an id without a look before it; undefined where there was something, which stays. */
async function writeFirst(table: Table, record: AnyRecord, change: Change): Promise<Stored | undefined> {
  const versions = { former: undefined, next: record };
  const late = await lateness(change, versions);
  const nothing = { partition: undefined, base: 0, current: undefined };
  const next = recordItem(change.provider, record, { ...stampOf(change, nothing), ...late });
  if (!(await putItem(table, pointerItem(next, 0), 'absent'))) return undefined;
  if (!(await putItem(table, next, 'absent'))) return undefined;
  return { outcome: 'created', version: next.version, ...(late.late && { late: versions }) };
}

/** Writes where the id points, or points it there first. */
async function writeHere(table: Table, located: Located, next: RecordItem): Promise<RecordItem | undefined> {
  const { partition, base, current } = located;
  if (partition === undefined || partition === VACANT || current === undefined || isClosed(located)) {
    // On a fence: whoever closed this place to move the id away must find the pointer changed. Where nothing is there
    // yet: record and pointer may have been removed since the pointer was read.
    const pointer = pointerItem(next, Math.max(current?.version ?? 0, base));
    if (!(await putItem(table, pointer, partition === undefined ? 'absent' : { partition, base })))
      return undefined;
  }
  return (await replace(table, current, next)) ? next : undefined;
}

/** Closes the old place, points the id at the new one and writes there. */
async function moveTo(
  table: Table,
  located: Located,
  record: AnyRecord,
  change: Change,
  late: Late,
): Promise<RecordItem | undefined> {
  const { partition = '', base, current } = located;
  const { provider } = change;
  const { type, id } = record;
  let fence = current;
  if (fence === undefined || !isClosed(located)) {
    fence = fenceItem(
      placeOf(partition, { provider, type, id }),
      { type, id, provider },
      current,
      stampOf(change, located),
    );
    if (!(await replace(table, current, fence))) return undefined;
  }
  const next = recordItem(provider, record, {
    ...stampOf(change, { ...located, current: fence }),
    ...late,
  });
  const pointer = pointerItem(next, fence.version);
  if (!(await putItem(table, pointer, { partition, base }))) return undefined;
  return (await replace(table, await readPlace(table, next), next)) ? next : undefined;
}

/** Whether the id's place was closed and the pointer has not been moved since. */
function isClosed({ current, base }: Located): boolean {
  return current?.moving === true && current.version > base;
}

/** Writes a version in place of the one that was there, which goes into the history; on nothing but that one. */
async function replace(table: Table, current: RecordItem | undefined, next: RecordItem): Promise<boolean> {
  if (current === undefined) return putItem(table, next, 'absent');
  const staysIndexed = leavesIndex(current, next);
  // Unconditional where it must stay on the index: a lost race may have left the same version there without.
  await putItem(table, historyItem(current, staysIndexed), staysIndexed ? undefined : 'absent');
  return putItem(table, next, { version: current.version });
}

/** Whether a run as at an earlier instant would no longer find the successor where its former version was. */
function leavesIndex(current: RecordItem, next: RecordItem): boolean {
  if (current.GSI1PK === undefined || current.GSI1SK === undefined) return false;
  if (next.GSI1PK !== current.GSI1PK || next.GSI1SK === undefined) return true;
  const alwaysRead = dateOfDay(londonDay(next.recordedAt) - ALWAYS_READ_DAYS);
  return next.GSI1SK < current.GSI1SK && next.GSI1SK < alwaysRead;
}

type Late = { readonly late?: true };

async function lateness({ isLate }: Change, versions: Versions): Promise<Late> {
  return (await isLate?.(versions)) === true ? { late: true } : {};
}

/** Versions of one record are one apart and later than one another, whatever the clock did. */
function stampOf({ client, now }: Change, { current, base }: Located) {
  const earliest = current === undefined ? 0 : Date.parse(current.recordedAt) + 1;
  return {
    version: Math.max(current?.version ?? 0, base) + 1,
    recordedAt: new Date(Math.max(now().getTime(), earliest)).toISOString(),
    client,
  };
}

/** Refuses a change that is meant for another version than the current one. */
export function checkVersion(
  current: { readonly version: number; readonly withdrawn?: unknown } | undefined,
  { ifVersion }: Pick<Change, 'ifVersion'>,
): void {
  if (ifVersion === undefined) return;
  const isLive = current !== undefined && current.withdrawn === undefined;
  if (ifVersion === 'none') {
    if (isLive) throw alreadyThere();
    return;
  }
  if (ifVersion === 'any' ? !isLive : ifVersion !== current?.version) throw versionConflict();
}

function alreadyThere(): AppError {
  return new AppError(
    412,
    'version-conflict',
    'There is one under this id already, and it stays as it is; read it, and amend it under its ETag, or use another id.',
  );
}

function versionConflict(): AppError {
  return new AppError(
    412,
    'version-conflict',
    'The record is at another version now; read it and send again.',
  );
}

/** The id is that of a record about someone else. */
export function idInUse(): AppError {
  const detail =
    'This id is in use for a record about someone else; withdraw that record first, or use another id.';
  return new AppError(409, 'id-in-use', detail);
}
