import * as z from 'zod';

export const readUploadEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where the problems of rows are kept. */
  UPLOADS_BUCKET: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadUploadEnv = Record<keyof z.infer<typeof readUploadEnv>, string>;
