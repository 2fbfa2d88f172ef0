import * as z from 'zod';

export const listDueReportsEnv = z.object({ TABLE_NAME: z.string().min(1) });

/** The variables of this function, as Lambda holds them. */
export type ListDueReportsEnv = Record<keyof z.infer<typeof listDueReportsEnv>, string>;
