import type { Statement, Statements } from '../../../examples/typescript/janus-client.ts';
import type { Client } from '../../interface/connect.ts';

/** What is left of a block, and by which statement. */
export type Balance = {
  readonly weeks: number;
  readonly pence: number;
  readonly month: string;
  readonly state: Statement['state'];
};

type Named = Statements['statements'][number];

/** What is left of each block by the latest statement that has it. */
export async function balancesOf(api: Pick<Client, 'listStatements' | 'getStatement'>) {
  const { statements } = await api.listStatements();
  const latest = latestOfEach(statements);
  const read = await Promise.all(
    latest.map(({ commissioner, provider, month }) =>
      api.getStatement({ path: { commissioner, provider, month } }),
    ),
  );
  return new Map(
    read.flatMap(({ blocks, month, state }) =>
      blocks.map(({ block, closing }): [string, Balance] => [block, { ...closing, month, state }]),
    ),
  );
}

/** The latest statement between each two. */
export function latestOfEach(statements: readonly Named[]): Named[] {
  const latest = new Map<string, Named>();
  for (const statement of statements) {
    const pair = `${statement.commissioner}/${statement.provider}`;
    const known = latest.get(pair);
    if (known === undefined || known.month < statement.month) latest.set(pair, statement);
  }
  return [...latest.values()];
}
