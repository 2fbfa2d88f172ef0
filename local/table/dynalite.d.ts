declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Makes a server with the interface of DynamoDB; in memory where no path is given. */
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server;
}

/** The part of dynalite's inside by which its writes are made whole. */
declare module 'dynalite/db/index.js' {
  export type Item = Readonly<Record<string, unknown>>;
  export type Operation =
    | { readonly type: 'put'; readonly key: string; readonly value: Item }
    | { readonly type: 'del'; readonly key: string };
  export type Done = (error?: unknown) => void;
  export type Store = { readonly db: { readonly batch: (operations: Operation[], done: Done) => void } };
  type Index = { readonly IndexName: string };
  export type Table = {
    readonly TableName: string;
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly LocalSecondaryIndexes?: readonly Index[];
  };
  type Keyed = { readonly index: string; readonly key: string };

  const database: {
    /** Called before the item itself is written (`item`) or removed (no `item`). */
    updateIndexes: (
      store: Store,
      table: Table,
      existing: Item | undefined,
      item: Item | null,
      done: Done,
    ) => void;
    readonly getIndexActions: (
      indexes: readonly Index[],
      existing: Item | undefined,
      item: Item | null,
      table: Table,
    ) => { readonly puts: readonly (Keyed & { readonly item: Item })[]; readonly deletes: readonly Keyed[] };
    readonly createKey: (item: Item, table: Table) => string;
  };
  export default database;
}
