/**
 * What functions count by themselves, for alarms and the dashboard: of nobody in particular, and never by provider,
 * commissioner or person. A number that is looked at as it stands, not summed, is a `state`.
 */
export const counts = {
  RecordsTakenIn: 'sum',
  RecordsRefused: 'sum',
  UploadsFinished: 'sum',
  UploadsFailed: 'sum',
  /** Lines of the log that say that something failed on our side. */
  ErrorsLogged: 'sum',
  PacksIssued: 'sum',
  CommissionersFailed: 'sum',
  /** Points of a block's use that were passed: alerts of finance. */
  BlocksCrossed: 'sum',
  WorkingDaysWithoutRecords: 'state',
  /** Commissioners without a pack of last month, once it is late. */
  PacksLate: 'state',
  /** Packs that nobody released for too long. */
  PacksAwaitingRelease: 'state',
} as const satisfies Record<string, 'sum' | 'state'>;

export type CountName = keyof typeof counts;
