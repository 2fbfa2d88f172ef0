import * as z from 'zod';

/** What the table's thread is told to do. */
export const tableOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('compact'), id: z.string() }),
  z.object({ type: z.literal('close') }),
]);
export type TableOrder = z.infer<typeof tableOrderSchema>;

/** What the table's thread tells. */
export const tableNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), port: z.number() }),
  /** An order to compact was carried out, or was not and why. */
  z.object({ type: z.literal('compacted'), id: z.string(), error: z.instanceof(Error).optional() }),
  /** What it does by itself went wrong. */
  z.object({ type: z.literal('failed'), error: z.instanceof(Error) }),
]);
export type TableNews = z.infer<typeof tableNewsSchema>;
