import type { Log, Meter } from '../platform/world.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import type { Bucket } from '../store/pack-files.ts';

/** What uploads are worked through with. */
export type Uploading = {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly tagOf: TagOf;
  readonly isCommissioner: (code: string) => Promise<boolean>;
  readonly now: () => Date;
  readonly log: Log;
  readonly meter: Meter;
  /** Rows of a slice, and rows between two notes of how far it is, where they are not the usual. */
  readonly sizes?: { readonly slice: number; readonly chunk: number };
};
