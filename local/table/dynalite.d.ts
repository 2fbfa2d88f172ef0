declare module 'dynalite' {
  import type { Server } from 'node:http';

  /**
   * Makes a server with the interface of DynamoDB; in memory where no path is given. The times are how long a table
   * is said to be on its way, after which it is written once more.
   */
  export default function dynalite(options: {
    path?: string;
    createTableMs?: number;
    updateTableMs?: number;
    deleteTableMs?: number;
  }): Server;
}

/** The part of dynalite's inside by which its writes are made whole and its LevelDB is reached. */
declare module 'dynalite/db/index.js' {
  export type Item = Readonly<Record<string, unknown>>;
  export type Operation =
    | { readonly type: 'put'; readonly key: string; readonly value: Item }
    | { readonly type: 'del'; readonly key: string };
  export type Done = (error?: unknown) => void;
  export type Store = { readonly db: { readonly batch: (operations: Operation[], done: Done) => void } };
  type Index = {
    readonly IndexName: string;
    readonly KeySchema: readonly { readonly AttributeName: string }[];
  };
  export type Table = {
    readonly TableName: string;
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly LocalSecondaryIndexes?: readonly Index[];
  };
  type Keyed = { readonly index: string; readonly key: string };

  /** Says that keys and values are the bytes as they are stored. */
  type Raw = { readonly keyEncoding: 'buffer'; readonly valueEncoding: 'buffer' };
  export type RawPut = Raw & { readonly type: 'put'; readonly key: Buffer; readonly value: Buffer };
  /** By a callback as dynalite writes, or by a promise. */
  export type Batch = {
    (operations: Operation[], done: Done): void;
    (operations: RawPut[]): Promise<void>;
  };
  /** A LevelDB, which opens by itself in a moment, unless it is opened before that in a way of its own. */
  export type Level = {
    /** Says when it is open, or why it could not be. */
    readonly open: (options: { readonly compression: boolean }) => Promise<void>;
    readonly close: () => Promise<void>;
    /** Replaced so that what dynalite reads by is closed. */
    keys: (options: object) => Walk;
    values: (options: object) => Walk;
    /** Replaced so that nothing is written behind a write that failed. */
    put: (key: string, value: Item, done: Done) => void;
    del: (key: string, done: Done) => void;
    batch: Batch;
    readonly iterator: (options: Raw & { readonly highWaterMarkBytes: number }) => {
      /** The next entries, none at the end: so many, or fewer where they pass the bytes of the high water mark. */
      readonly nextv: (count: number) => Promise<[key: Buffer, value: Buffer][]>;
      readonly close: () => Promise<void>;
    };
  };
  /** A walk through keys or values; until it is closed LevelDB keeps every entry it began with. */
  export type Walk = { readonly close: () => Promise<void>; return?: () => Promise<void> };
  export type LevelStore = {
    readonly db: Level;
    readonly lifecycleManager: { readonly getPendingOperationCount: () => number };
  };

  const database: {
    /** Called once by every server that is made. */
    create: (options: { path: string }) => LevelStore;
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
