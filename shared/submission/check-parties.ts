import type { FieldIssue } from '../platform/errors.ts';
import type { Parties, Party } from '../platform/finance-party.ts';
import type { Table } from '../store/dynamo.ts';
import { readEntry } from '../store/registries.ts';

/**
 * What is wrong with the provider and the commissioner that were named: others than the token's, which are not even
 * looked up, or codes that nobody registered. Fields that are wrong by themselves are left out.
 */
export async function checkParties(
  table: Table,
  party: Party,
  { provider, commissioner }: Partial<Parties>,
): Promise<FieldIssue[]> {
  const own = new Map<string, unknown>(Object.entries(party));
  const found = await Promise.all(
    Object.entries({ provider, commissioner }).map(async ([kind, code]): Promise<FieldIssue[]> => {
      if (code === undefined) return [];
      const bound = own.get(kind);
      if (typeof bound === 'string') return code === bound ? [] : [otherThan(kind, bound)];
      return (await readEntry(table, `${kind}s`, code)) === undefined ? [unknown(kind)] : [];
    }),
  );
  return found.flat();
}

function otherThan(kind: string, bound: string): FieldIssue {
  const message = `this token is bound to one ${kind}: send its code, or use a token of the other`;
  return { field: kind, code: `other-${kind}`, message, allowed: [bound] };
}

function unknown(kind: string): FieldIssue {
  const message = `no ${kind} is registered under this code; ask the operator for the right one`;
  return { field: kind, code: `unknown-${kind}`, message };
}
