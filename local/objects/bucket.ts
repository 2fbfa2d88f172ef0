import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../storage/write-file-atomically.ts';
import { accessDenied, noSuchKey, preconditionFailed } from './object-error.ts';
import type { ObjectEntry, ObjectVersion } from './object-version.ts';
import { objectEntrySchema } from './object-version.ts';
import type { ReceivedBody } from './receive-body.ts';

type Conditions = { readonly ifNoneMatch?: string | undefined; readonly ifMatch?: string | undefined };

/** An object to be put, its body complete on disk. */
export type NewVersion = Conditions & {
  readonly body: Pick<ReceivedBody, 'file' | 'size' | 'checksums'>;
  /** With its quotation marks. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The objects of one bucket, on disk. Every change is on disk before its method returns. */
export type Bucket = {
  readonly versioned: boolean;
  /** The current version of a key, or the one named; nothing where there is none or it is a delete marker. */
  readonly find: (key: string, versionId?: string) => ObjectVersion | undefined;
  /** Takes over the body's file. Throws 412 where a condition does not hold. */
  readonly put: (key: string, version: NewVersion) => ObjectVersion;
  /** Throws what `put` would throw for these conditions now. */
  readonly check: (key: string, conditions: Conditions) => void;
  /** Removes a version for good, or hides a versioned object behind a delete marker, which is then answered. */
  readonly remove: (key: string, versionId?: string) => ObjectVersion | undefined;
  /** The current objects, in the order of their keys' bytes. */
  readonly list: () => readonly (readonly [key: string, version: ObjectVersion])[];
  readonly bodyPath: (version: ObjectVersion) => string;
};

/**
 * Opens a bucket's folder: `bodies/` holds one file a version, `keys/` one small file a key that says which bodies are
 * its versions. A body counts once its key's file names it, and that file is replaced whole, so a crash leaves either
 * the old object or the new; bodies that no key names are swept here.
 */
export function openBucket(folder: string, options: { versioned: boolean; now: () => Date }): Bucket {
  const bodies = join(folder, 'bodies');
  const keys = join(folder, 'keys');
  for (const each of [bodies, keys]) mkdirSync(each, { recursive: true, mode: 0o700 });
  const entries = readEntries(keys);
  sweep(bodies, entries);

  function save(entry: ObjectEntry): void {
    const file = join(keys, keyFile(entry.key));
    if (entry.versions.length === 0) {
      rmSync(file, { force: true });
      entries.delete(entry.key);
    } else {
      writeFileAtomically(file, JSON.stringify(entry), 0o600);
      entries.set(entry.key, entry);
    }
  }

  function discard(versions: readonly ObjectVersion[]): void {
    for (const { body } of versions) if (body !== undefined) rmSync(join(bodies, body), { force: true });
  }

  function find(key: string, versionId?: string): ObjectVersion | undefined {
    const versions = entries.get(key)?.versions ?? [];
    const version = versionId === undefined ? versions[0] : versions.find(({ id }) => id === versionId);
    return version?.body === undefined ? undefined : version;
  }

  function check(key: string, { ifNoneMatch, ifMatch }: Conditions): void {
    const current = find(key);
    if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
      throw accessDenied('If-None-Match takes only * here.');
    if (ifNoneMatch !== undefined && current !== undefined) throw preconditionFailed();
    if (ifMatch === undefined) return;
    if (current === undefined) throw noSuchKey();
    if (ifMatch !== '*' && current.etag !== ifMatch) throw preconditionFailed();
  }

  const identity = () => (options.versioned ? randomUUID().replaceAll('-', '') : 'null');

  return {
    versioned: options.versioned,
    find,
    check,
    put: (key, { body, etag, headers, ...conditions }) => {
      check(key, conditions);
      const name = randomUUID();
      renameSync(body.file, join(bodies, name));
      const version: ObjectVersion = {
        id: identity(),
        body: name,
        size: body.size,
        etag,
        modified: options.now().getTime(),
        headers,
        checksums: body.checksums,
      };
      const before = entries.get(key)?.versions ?? [];
      try {
        save({ key, versions: [version, ...before.filter(({ id }) => id !== version.id)] });
      } catch (error) {
        discard([version]);
        throw error;
      }
      discard(before.filter(({ id }) => id === version.id));
      return version;
    },
    remove: (key, versionId) => {
      const before = entries.get(key)?.versions ?? [];
      if (versionId === undefined && options.versioned) {
        const marker = { id: identity(), size: 0, etag: '', modified: options.now().getTime() };
        const version: ObjectVersion = { ...marker, headers: {}, checksums: {} };
        save({ key, versions: [version, ...before] });
        return version;
      }
      const gone = before.filter(({ id }) => id === (versionId ?? 'null'));
      if (gone.length > 0) save({ key, versions: before.filter((version) => !gone.includes(version)) });
      discard(gone);
      return undefined;
    },
    list: () =>
      [...entries.keys()]
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .flatMap((key) => {
          const version = find(key);
          return version === undefined ? [] : [[key, version] as const];
        }),
    bodyPath: ({ body = '' }) => join(bodies, body),
  };
}

/** Keys are the callers' text; only their hash ever names a file. */
const keyFile = (key: string) => `${createHash('sha256').update(key).digest('hex')}.json`;

function readEntries(folder: string): Map<string, ObjectEntry> {
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => objectEntrySchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function sweep(bodies: string, entries: ReadonlyMap<string, ObjectEntry>): void {
  const named = new Set([...entries.values()].flatMap(({ versions }) => versions.map(({ body }) => body)));
  for (const name of readdirSync(bodies)) if (!named.has(name)) rmSync(join(bodies, name), { force: true });
}
