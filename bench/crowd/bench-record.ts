import type { RecordData, RecordTypeName } from '../../shared/records/registry.ts';

/** A record as it would be sent: its type, the provider's id and its fields. */
export type BenchRecord = {
  [Type in RecordTypeName]: { readonly type: Type; readonly id: string; readonly data: RecordData[Type] };
}[RecordTypeName];

/** What one Query finds: the records of a person, or of a provider those that name none. */
export type BenchGroup = {
  readonly provider: string;
  readonly person?: string;
  readonly records: readonly BenchRecord[];
};

/** A placement's days, as what is recorded in it needs them. */
export type BenchStay = {
  readonly person: string;
  readonly service: 'day-programme' | 'aftercare';
  readonly start: number;
  /** Its last day, or the month's, whichever comes first. */
  readonly last: number;
  /** Undefined while it is open. */
  readonly endReason?: RecordData['placement']['endReason'];
};
