import type { Table } from '../../shared/store/dynamo.ts';

type Send = (command: unknown) => Promise<unknown>;

/** A view of a table whose calls may be held up or cut off, and which counts them. */
export type Watched = { readonly table: Table; readonly calls: () => number };

function watched(table: Table, before: (call: number) => Promise<void>): Watched {
  let calls = 0;
  return { table: hooked(table, () => before((calls += 1))), calls: () => calls };
}

/** A view of a table that does something before each command is sent. */
export function hooked(table: Table, before: (command: unknown) => Promise<void>): Table {
  const send: Send = async (command) => {
    await before(command);
    return (table.client.send as unknown as Send)(command);
  };
  const client = { send } as unknown as Table['client'];
  return { client, name: table.name };
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
