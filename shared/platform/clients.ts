import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { deleteItem, getItem, putItem, queryAll } from '../store/dynamo.ts';
import { clientKey, registryPartition } from '../store/table.ts';
import { type Binding, bindingSchema } from './caller.ts';
import { AppError } from './errors.ts';
import type { Scope } from './routes.ts';
import type { Identities } from './world.ts';

const clientSchema = z.object({
  id: z.string(),
  /** The id at the token service; absent while the client is being made. */
  clientId: z.string().optional(),
  /** `pending` until the token service has made it, `leaving` while it is being removed. */
  state: z.enum(['pending', 'active', 'leaving']),
  binding: bindingSchema,
  scopes: z.array(z.string()),
});

/** A machine that may ask for tokens: to whom it is bound and what it may do. */
export type Client = z.infer<typeof clientSchema>;

type Settings = { readonly binding: Binding; readonly scopes: readonly Scope[] };

type Made = { readonly id: string; readonly clientId: string; readonly secret?: string };

/** The register of machine clients, kept in step with the token service. */
export type Clients = ReturnType<typeof createClients>;

/**
 * The register of machine clients. An entry is written as pending before the token service is called and completed
 * after, on the condition that nobody else has: who loses removes what it made. The authorizer knows a client only
 * once its entry is complete, so a crash in between leaves nothing that could be used, and a repeated call goes on.
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

  /** Writes the entry while it is in a state, then what the authorizer reads; takes that back if it has changed. */
  const activate = async (entry: Client & { clientId: string }, from: Client['state']): Promise<boolean> => {
    if (!(await putItem(table, { ...entryKey(entry.id), ...entry }, { state: from }))) return false;
    await putItem(table, { ...clientKey(entry.clientId), ...entry });
    const now = await read(entry.id);
    if (now?.state !== 'active') await deleteItem(table, clientKey(entry.clientId));
    return now?.state === 'active';
  };

  const make = async (entry: Client, { scopes }: Settings): Promise<Made> => {
    await putItem(table, { ...entryKey(entry.id), ...entry, state: 'pending' }, 'absent');
    const { clientId, secret } = await identities.create(entry.id, scopes);
    if (await activate({ ...entry, clientId, state: 'active' }, 'pending'))
      return { id: entry.id, clientId, secret };
    await identities.remove(clientId);
    const other = await read(entry.id);
    if (other?.clientId === undefined) throw busy();
    return { id: entry.id, clientId: other.clientId };
  };

  return {
    read,

    list: async (): Promise<Client[]> =>
      (await queryAll(table, { partition: registryPartition('clients') })).map((item) =>
        clientSchema.parse(item),
      ),

    /**
     * Makes a client, or gives an existing one another binding and scopes. The secret is told only to who made it.
     *
     * @throws AppError 409 `busy` while the client is being removed
     */
    put: async (id: string, settings: Settings): Promise<Made> => {
      const existing = await read(id);
      const entry = { id, binding: settings.binding, scopes: [...settings.scopes], state: 'active' as const };
      if (existing?.clientId === undefined) return make(entry, settings);
      const { clientId } = existing;
      await identities.update(clientId, id, settings.scopes);
      if (!(await activate({ ...entry, clientId }, 'active'))) throw busy();
      return { id, clientId };
    },

    /** A new secret in place of the old one; undefined when there is no such client. */
    renew: async (id: string): Promise<{ readonly secret: string } | undefined> => {
      const existing = await read(id);
      return existing?.clientId === undefined ? undefined : identities.renew(existing.clientId);
    },

    /**
     * Removes a client: it gets no token any more, and those it has are refused once what the gateway remembers of
     * them, for a minute at most, has run out. Answers whether there was one.
     */
    remove: async (id: string): Promise<boolean> => {
      const existing = await read(id);
      if (existing === undefined) return false;
      await putItem(table, { ...entryKey(id), ...existing, state: 'leaving' });
      if (existing.clientId !== undefined) {
        await deleteItem(table, clientKey(existing.clientId));
        await identities.remove(existing.clientId);
      }
      return deleteItem(table, entryKey(id));
    },
  };
}

function busy(): AppError {
  return new AppError(
    409,
    'busy',
    'This client is being changed by others at this moment; read it and send it again.',
  );
}
