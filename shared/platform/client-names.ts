import { inParallel } from '../store/in-parallel.ts';
import type { Table } from '../store/dynamo.ts';
import { findClient } from './find-client.ts';

/**
 * Who sent something, as people know it: the id at the token service, and the name it is registered under while it is. A
 * person has no name here, only an id.
 */
export type NamedClient = { readonly clientId: string; readonly name?: string };

const AT_ONCE = 16;

/** Gives clients their names, each looked up once; one that was removed since has its id alone. */
export async function nameClients(
  table: Table,
  clientIds: readonly (string | undefined)[],
): Promise<(clientId: string) => NamedClient> {
  const known = [...new Set(clientIds)].filter((clientId) => clientId !== undefined);
  const names = new Map(
    await inParallel(AT_ONCE, known, async (clientId) => {
      const client = await findClient(table, clientId);
      return [clientId, client?.id] as const;
    }),
  );
  return (clientId) => {
    const name = names.get(clientId);
    return { clientId, ...(name !== undefined && { name }) };
  };
}
