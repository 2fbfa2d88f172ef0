import type { ErasureGuard } from '../privacy/erasure-guard.ts';
import type { Table } from '../store/dynamo.ts';
import type { Change } from '../store/put-record.ts';

/** How records are taken in: where, whose, and whether all together. */
export type Submission = {
  readonly table: Table;
  readonly isCommissioner: (code: string) => Promise<boolean>;
  readonly erasures: ErasureGuard;
  readonly change: Omit<Change, 'dryRun'>;
  /** `validate` says what would happen and writes nothing. */
  readonly mode: 'commit' | 'validate';
  /** Where nothing may be written unless all are valid: under what all is kept until it is stored. */
  readonly whole?: { readonly batchId: string; readonly content: string } | undefined;
};
