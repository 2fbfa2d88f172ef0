import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { deleteItem, getItem, putItem, queryAll } from '../store/dynamo.ts';
import { clientKey, registryPartition } from '../store/table.ts';
import { type Binding, bindingSchema } from './caller.ts';
import type { Scope } from './routes.ts';
import type { Identities } from './world.ts';

const clientSchema = z.object({
  id: z.string(),
  /** The id at the token service; absent while the client is being made. */
  clientId: z.string().optional(),
  binding: bindingSchema,
  scopes: z.array(z.string()),
});

/** A machine that may ask for tokens: to whom it is bound and what it may do. */
export type Client = z.infer<typeof clientSchema>;

type Settings = { readonly binding: Binding; readonly scopes: readonly Scope[] };

/** The register of machine clients, kept in step with the token service. */
export type Clients = ReturnType<typeof createClients>;

/**
 * The register of machine clients. An entry is written before the token service is called and completed after, so a
 * crash in between leaves an entry that a repeated call completes, and no client that could get a working token.
 */
export function createClients({
  table: client,
  tableName: name,
  identities,
}: {
  readonly table: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly identities: Identities;
}) {
  const table = { client, name };
  const entryKey = (id: string) => ({ PK: registryPartition('clients'), SK: id });

  const read = async (id: string): Promise<Client | undefined> => {
    const item = await getItem(table, entryKey(id));
    return item && clientSchema.parse(item);
  };

  const save = async (entry: Client) => {
    if (entry.clientId !== undefined) await putItem(table, { ...clientKey(entry.clientId), ...entry });
    await putItem(table, { ...entryKey(entry.id), ...entry });
  };

  return {
    read,

    list: async (): Promise<Client[]> =>
      (await queryAll(table, { partition: registryPartition('clients') })).map((item) =>
        clientSchema.parse(item),
      ),

    /** Makes a client, or gives an existing one another binding and scopes. The secret is told only when made. */
    put: async (
      id: string,
      settings: Settings,
    ): Promise<{ readonly id: string; readonly clientId: string; readonly secret?: string }> => {
      const entry = { id, binding: settings.binding, scopes: [...settings.scopes] };
      const existing = await read(id);
      if (existing?.clientId !== undefined) {
        await identities.update(existing.clientId, id, settings.scopes);
        await save({ ...entry, clientId: existing.clientId });
        return { id, clientId: existing.clientId };
      }
      await save(entry);
      const { clientId, secret } = await identities.create(id, settings.scopes);
      await save({ ...entry, clientId });
      return { id, clientId, secret };
    },

    /** A new secret in place of the old one; undefined when there is no such client. */
    renew: async (id: string): Promise<{ readonly secret: string } | undefined> => {
      const existing = await read(id);
      return existing?.clientId === undefined ? undefined : identities.renew(existing.clientId);
    },

    /** Removes a client; its tokens are refused from then on. Answers whether there was one. */
    remove: async (id: string): Promise<boolean> => {
      const existing = await read(id);
      if (existing === undefined) return false;
      if (existing.clientId !== undefined) {
        await deleteItem(table, clientKey(existing.clientId));
        await identities.remove(existing.clientId);
      }
      return deleteItem(table, entryKey(id));
    },
  };
}
