import * as z from 'zod';

export const replayUploadEnv = z.object({
  TABLE_NAME: z.string().min(1),
  /** Where an upload's file is looked for, and a file asks for the replay. */
  UPLOADS_BUCKET: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReplayUploadEnv = Record<keyof z.infer<typeof replayUploadEnv>, string>;
