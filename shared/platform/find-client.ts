import * as z from 'zod';
import { getItem, type Table } from '../store/dynamo.ts';
import { clientKey } from '../store/table.ts';
import { bindingSchema } from './caller.ts';

const clientItemSchema = z.object({
  /** The name it is registered under. */
  id: z.string(),
  binding: bindingSchema,
  scopes: z.array(z.string()),
});

/** What a client at the token service is bound to here, or undefined when it is none of ours. */
export async function findClient(table: Table, clientId: string) {
  const item = await getItem(table, clientKey(clientId));
  return item && clientItemSchema.parse(item);
}
