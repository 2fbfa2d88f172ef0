import type { PersonRecords } from '../outcomes/person-records.ts';
import type { StampedRecord } from './quality-rule.ts';

/** One person at one provider with the stamped records of theirs that stand. */
export type Person = Omit<PersonRecords, 'records'> & { readonly records: readonly StampedRecord[] };
