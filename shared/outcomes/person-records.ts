import type { RecordData, RecordTypeName } from '../records/registry.ts';

/** One current record as the store gives it back, as far as outcomes need it. */
export type StoredRecord = {
  [Type in RecordTypeName]: {
    readonly type: Type;
    readonly id: string;
    readonly provider: string;
    /** SHA-256 of the content, for the fingerprint of a run's input. */
    readonly hash: string;
    readonly data: RecordData[Type];
  };
}[RecordTypeName];

/** Everything known of one person at one provider, in any order. */
export type PersonRecords = {
  readonly provider: string;
  readonly personRef: string;
  readonly records: readonly StoredRecord[];
  /** The written reports on them that were issued to their referrer. */
  readonly reports?: readonly { readonly at: string; readonly placement: string }[];
};
