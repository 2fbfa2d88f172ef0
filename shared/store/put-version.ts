import * as z from 'zod';
import type { Condition } from './dynamo.ts';
import { type Change, checkVersion, type PutResult, raced } from './put-record.ts';
import { contentHash } from './record-item.ts';

/** What is kept beside the content of an entry that has versions. */
export const stampSchema = z.object({
  version: z.int().min(1),
  recordedAt: z.string(),
  /** The client that sent this version, or withdrew the entry. */
  client: z.string(),
  hash: z.string(),
  /** This version withdrew the entry; its content is what was there last. */
  withdrawn: z.literal(true).optional(),
});

export type Stamp = z.infer<typeof stampSchema>;

/** Content with its version. */
type Kept<Data> = Stamp & { readonly data: Data };

/** Who sends an entry, and what they may put it in place of. */
export type EntryChange<Entry> = Pick<Change, 'client' | 'now' | 'ifVersion'> & {
  /** Asked about what is there before anything is written; throws where that must stay as it is. */
  readonly admit: (current: Entry | undefined) => void;
};

/** Where an entry is kept. */
export type Place<Entry extends Kept<unknown>> = {
  readonly read: () => Promise<Entry | undefined>;
  /** Writes the next version in place of the one that was read; answers whether the condition held. */
  readonly write: (
    next: Kept<Entry['data']>,
    condition: Condition,
    current: Entry | undefined,
  ) => Promise<boolean>;
};

/**
 * Keeps content as an entry's next version, or finds the same content and writes nothing. One that was withdrawn is
 * brought back. Each write is on the condition that no other came before; who loses such a race looks again.
 *
 * @throws AppError 412 `version-conflict`, and what `admit` throws
 */
export function putVersion<Entry extends Kept<unknown>>(
  { read, write }: Place<Entry>,
  data: Entry['data'],
  change: EntryChange<Entry>,
): Promise<PutResult> {
  const hash = contentHash(data);
  return raced(change, async () => {
    const current = await read();
    change.admit(current);
    checkVersion(current, change);
    const isLive = current !== undefined && current.withdrawn === undefined;
    if (isLive && current.hash === hash) return { outcome: 'unchanged', version: current.version };
    const next = { ...stampAfter(current, change), hash, data };
    const condition = current === undefined ? 'absent' : { version: current.version };
    if (!(await write(next, condition, current))) return undefined;
    return { outcome: isLive ? 'amended' : 'created', version: next.version };
  });
}

/**
 * Withdraws an entry: its next version has the same content and says that it was withdrawn. Withdrawing again changes
 * nothing. Answers `absent` when there is no such entry.
 *
 * @throws AppError 412 `version-conflict`, and what `admit` throws
 */
export function withdrawVersion<Entry extends Kept<unknown>>(
  { read, write }: Place<Entry>,
  change: EntryChange<Entry>,
): Promise<{ readonly version: number } | 'absent'> {
  return raced(change, async () => {
    const current = await read();
    change.admit(current);
    if (current === undefined) return 'absent';
    const { version, data, hash, withdrawn } = current;
    checkVersion(current, change);
    if (withdrawn === true) return { version };
    const next = { ...stampAfter(current, change), hash, data, withdrawn: true as const };
    return (await write(next, { version }, current)) ? { version: next.version } : undefined;
  });
}

/** Versions are one apart and later than one another, whatever the clock did. */
function stampAfter(
  current: Stamp | undefined,
  { client, now }: Pick<Change, 'client' | 'now'>,
): Pick<Stamp, 'version' | 'recordedAt' | 'client'> {
  const earliest = current === undefined ? 0 : Date.parse(current.recordedAt) + 1;
  return {
    version: (current?.version ?? 0) + 1,
    recordedAt: new Date(Math.max(now().getTime(), earliest)).toISOString(),
    client,
  };
}
