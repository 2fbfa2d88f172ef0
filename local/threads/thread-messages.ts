import * as z from 'zod';

const keys = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });
const connection = z.object({
  endpoint: z.string(),
  region: z.string(),
  credentials: keys,
  maxAttempts: z.int(),
});

/** What a thread is begun with: how it reaches the stores and keys, and the variables of each function, by folder. */
export const threadDataSchema = z.object({
  table: connection,
  objects: connection.extend({ forcePathStyle: z.boolean() }),
  tagKeyFile: z.string(),
  signingKeyFile: z.string(),
  variables: z.record(z.string(), z.record(z.string(), z.string())),
});
export type ThreadData = z.infer<typeof threadDataSchema>;

/** A call of a function, at an instant of the system's clock, with the ids that its lines of the log are found by. */
export const threadCallSchema = z.object({
  id: z.string(),
  folder: z.string(),
  payload: z.unknown(),
  ids: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.date(),
});
export type ThreadCall = z.infer<typeof threadCallSchema>;

/** What a thread tells: lines for the log, and how each call ended. */
export const threadNewsSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('log'),
    level: z.enum(['info', 'warn', 'error']),
    message: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  z.object({ type: z.literal('returned'), id: z.string(), result: z.unknown() }),
  // A clone of an error keeps no name of our own, and the machine goes by the name.
  z.object({ type: z.literal('threw'), id: z.string(), name: z.string(), message: z.string() }),
]);
export type ThreadNews = z.infer<typeof threadNewsSchema>;
