import type { PersonHistory } from '../outcomes/person-history.ts';
import type { StoredRecord } from '../outcomes/person-records.ts';
import type { Period } from '../outcomes/period.ts';
import type { Placed } from '../outcomes/placed.ts';
import type { RecordTypeName } from '../records/registry.ts';

/** What kind of fault it is. */
export type QualityGroup = 'missing' | 'contradictory' | 'late' | 'look-alike';

/** A record by its type and id. */
export type RecordName = { readonly type: RecordTypeName; readonly id: string };

/** One fault: of which record, and from which day on it has been one. Days count from 1 January 1970. */
export type Found = RecordName & {
  readonly since: number;
  /** Other records that it is about. */
  readonly also?: readonly RecordName[];
};

/** A record with the stamp of its current version. */
export type StampedRecord = StoredRecord & { readonly version: number; readonly recordedAt: string };

/** One person as a rule sees them, as at a day. */
export type PersonChecked = {
  readonly records: readonly StampedRecord[];
  /** The placements that were known by then, of every commissioner, by start. */
  readonly placements: readonly Placed[];
  /** One for each of these commissioners. */
  readonly histories: readonly PersonHistory[];
  /** Which of the records came or changed when the month's run was over, and are in no issue of it. */
  readonly late: readonly StampedRecord[];
};

/**
 * What is looked for, and everything its reader is told of it. One file a rule; adding one is its file and a line of
 * the registry.
 */
export type QualityRule = {
  readonly id: string;
  readonly group: QualityGroup;
  /** What is wrong, as the heading of its findings. */
  readonly title: string;
  /** What to do about it, for whoever keeps the records. */
  readonly todo: string;
  /** The ids of the measures whose figures it touches, or that they are those of the record's type. */
  readonly touches: readonly string[] | 'by-type';
  /** The faults of one person as at the period's last day, of what falls in its twelve months. */
  readonly find: (person: PersonChecked, asAt: Period) => readonly Found[];
};
