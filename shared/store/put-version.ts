import * as z from 'zod';
import type { Condition } from './dynamo.ts';
import { type Change, checkVersion, type PutResult, raced } from './put-record.ts';
import { contentHash } from './record-item.ts';

/** What is kept beside the content of an entry that has versions. */
export const stampSchema = z.object({
  version: z.int().min(1),
  recordedAt: z.string(),
  /** The client that sent this version. */
  client: z.string(),
  hash: z.string(),
});

export type Stamp = z.infer<typeof stampSchema>;

/** Who sends an entry, and what they may put it in place of. */
export type EntryChange<Entry> = Pick<Change, 'client' | 'now' | 'ifVersion'> & {
  /** Asked about what is there before anything is written; throws where that must stay as it is. */
  readonly admit: (current: Entry | undefined) => void;
};

/** Where an entry is kept. */
type Place<Entry> = {
  readonly read: () => Promise<Entry | undefined>;
  /** Writes the next version in place of the one that was read; answers whether the condition held. */
  readonly write: (stamp: Stamp, condition: Condition, current: Entry | undefined) => Promise<boolean>;
};

/**
 * Keeps content as an entry's next version, or finds the same content and writes nothing. Each write is on the
 * condition that no other came before; who loses such a race looks again.
 *
 * @throws AppError 412 `version-conflict`, and what `admit` throws
 */
export function putVersion<Entry extends Stamp>(
  { read, write }: Place<Entry>,
  data: unknown,
  change: EntryChange<Entry>,
): Promise<PutResult> {
  const hash = contentHash(data);
  return raced(change, async () => {
    const current = await read();
    change.admit(current);
    checkVersion(current, change);
    if (current?.hash === hash) return { outcome: 'unchanged', version: current.version };
    const stamp = { ...stampAfter(current, change), hash };
    const condition = current === undefined ? 'absent' : { version: current.version };
    if (!(await write(stamp, condition, current))) return undefined;
    return { outcome: current === undefined ? 'created' : 'amended', version: stamp.version };
  });
}

/** Versions are one apart and later than one another, whatever the clock did. */
function stampAfter(
  current: Stamp | undefined,
  { client, now }: Pick<Change, 'client' | 'now'>,
): Omit<Stamp, 'hash'> {
  const earliest = current === undefined ? 0 : Date.parse(current.recordedAt) + 1;
  return {
    version: (current?.version ?? 0) + 1,
    recordedAt: new Date(Math.max(now().getTime(), earliest)).toISOString(),
    client,
  };
}
