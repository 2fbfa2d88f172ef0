import * as z from 'zod';

const contentSchema = z.strictObject({ sha256: z.string(), bytes: z.int().min(0) });

export const backupManifestSchema = z.strictObject({
  schema: z.literal(1),
  madeAt: z.string(),
  /** The items of the table, one line of JSON each in `table.ndjson`, and the SHA-256 of the lines. */
  table: z.strictObject({ items: z.int().min(0), sha256: z.string() }),
  /** Everything else by its path in the data folder. */
  files: z.record(z.string(), contentSchema),
});

/** What a backup holds, by which it is checked before it is restored; written last, it makes the backup exist. */
export type BackupManifest = z.infer<typeof backupManifestSchema>;

export const MANIFEST = 'manifest.json';
export const TABLE_LINES = 'table.ndjson';
export const FILES = 'files';
