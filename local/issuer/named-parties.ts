import * as z from 'zod';
import type { Table } from '../../shared/store/dynamo.ts';
import { readEntries } from '../../shared/store/registries.ts';
import type { NamedParty } from './demonstration-people.ts';

const KINDS = ['commissioner', 'provider', 'referrer'] as const;
const named = z.object({ name: z.string() });

/** Everybody whom people can work for: the operator, and whoever is registered. */
export async function namedParties(table: Table): Promise<NamedParty[]> {
  const registered = await Promise.all(
    KINDS.map(async (kind) =>
      (await readEntries(table, `${kind}s`)).map(({ id: code, data }) => {
        const { name } = named.parse(data);
        return { kind, code, name };
      }),
    ),
  );
  return [{ kind: 'operator', name: 'the operator' }, ...registered.flat()];
}
