import type { SentRecord } from '../../api-client.ts';
import type { RowName } from './trial-rows.ts';

/** A record and the rows that it was made of: the first gave rise to it, the others are merged into it. */
export type Made = { readonly record: SentRecord; readonly rows: readonly [RowName, ...RowName[]] };
