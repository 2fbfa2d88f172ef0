import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What is checked of a manifest; it may say more. */
export const manifestSchema = z.looseObject({
  schema: z.literal(1),
  commissioner: z.string(),
  month: z.string(),
  /** A pack's, as is what follows; a statement has none. */
  revision: z.int().optional(),
  asAt: z.string().optional(),
  definitions: z.record(z.string(), z.int()).optional(),
  inputFingerprint: hash.optional(),
  files: z.record(z.string(), z.object({ sha256: hash, bytes: z.int().min(0) })),
});

export type Manifest = z.infer<typeof manifestSchema>;
