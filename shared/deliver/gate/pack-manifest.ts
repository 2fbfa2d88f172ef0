import * as z from 'zod';

/** What is read of a pack's manifest; it says more. */
export const packManifestSchema = z.object({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int(),
  definitions: z.record(z.string(), z.int()),
  files: z.record(z.string(), z.object({ sha256: z.string() })),
});

export type PackManifest = z.infer<typeof packManifestSchema>;
