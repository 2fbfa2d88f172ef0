import type { Table } from '../../shared/store/dynamo.ts';

type Send = (command: unknown) => Promise<unknown>;

/** A view of a table whose calls may be held up or cut off, and which counts them. */
export type Watched = { readonly table: Table; readonly calls: () => number };

function watched(table: Table, before: (call: number) => Promise<void>): Watched {
  let calls = 0;
  const send: Send = async (command) => {
    const call = (calls += 1);
    await before(call);
    return (table.client.send as unknown as Send)(command);
  };
  const client = { send } as unknown as Table['client'];
  return { table: { client, name: table.name }, calls: () => calls };
}

/** Does something else in full just before a certain call. */
export const pausedBefore = (table: Table, at: number, meanwhile: () => Promise<unknown>): Watched =>
  watched(table, async (call) => {
    if (call === at) await meanwhile();
  });

/** Does something else just before a certain call, and then fails it and all later ones, as a crash does. */
export const crashingBefore = (
  table: Table,
  at: number,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Watched => {
  let crashed = false;
  return watched(table, async (call) => {
    if (call === at && !crashed) {
      crashed = true;
      await meanwhile();
    }
    if (crashed) throw new Error('crashed');
  });
};
