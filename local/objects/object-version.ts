import * as z from 'zod';

/** What is kept of one version of an object beside its body. Instants are in milliseconds. */
const objectVersionSchema = z.object({
  /** `null` where its bucket keeps no versions. */
  id: z.string(),
  /** The name of the body's file; none for a delete marker. */
  body: z.string().optional(),
  size: z.number(),
  etag: z.string(),
  modified: z.number(),
  /** Headers to give back with it: type, disposition, encryption, the sender's own metadata. */
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
});

export type ObjectVersion = z.infer<typeof objectVersionSchema>;

/** A key and its versions, newest first. */
export const objectEntrySchema = z.object({ key: z.string(), versions: z.array(objectVersionSchema) });

export type ObjectEntry = z.infer<typeof objectEntrySchema>;
