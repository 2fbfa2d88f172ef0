import * as z from 'zod';

export const openUploadEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where files are sent to. */
  UPLOADS_BUCKET: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type OpenUploadEnv = Record<keyof z.infer<typeof openUploadEnv>, string>;
