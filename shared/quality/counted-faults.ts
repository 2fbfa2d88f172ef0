/**
 * The faults that a pack counts, by the ids of their rules: those that people in treatment can have and that no other
 * measure counts already.
 */
export const COUNTED_FAULTS = [
  'past-planned-end',
  'silence',
  'session-after-end',
  'positive-without-lapse',
  'lapse-without-outcome',
  'review-overdue',
  'lapse-outcome-contradicted',
] as const;
