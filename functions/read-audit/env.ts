import * as z from 'zod';

export const readAuditEnv = z.object({
  TABLE_NAME: z.string().min(1),
});

/** The variables of this function, as Lambda holds them. */
export type ReadAuditEnv = Record<keyof z.infer<typeof readAuditEnv>, string>;
