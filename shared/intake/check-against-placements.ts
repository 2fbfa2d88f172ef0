import type { FieldIssue } from '../platform/errors.ts';
import { londonDate } from '../records/london.ts';
import type { AnyRecord, RecordData } from '../records/registry.ts';

/** A placement that is known of a person, stored or sent along. */
export type KnownPlacement = { readonly id: string } & Pick<
  RecordData['placement'],
  'referredOn' | 'startsOn' | 'endedOn'
>;

/**
 * What is wrong with a record in the light of its person's placements: dated before the earliest referral, or a
 * session that must say which of two open placements it belongs to. Without any placement nothing is: such a record
 * waits for one and is shown in data quality.
 */
export function checkAgainstPlacements(record: AnyRecord, known: readonly KnownPlacement[]): FieldIssue[] {
  if (record.type === 'placement' || known.length === 0) return [];
  const date = londonDate(record.happenedAt);
  const issues: FieldIssue[] = [];
  if (known.every(({ referredOn }) => date < referredOn)) {
    const message = "this is dated before the person's earliest referral; correct the date or the placement";
    issues.push({ field: DATE_FIELDS[record.type], code: 'before-placement', message });
  }
  if (record.type !== 'session') return issues;
  const { placement } = record.data;
  const open = known.filter(({ startsOn, endedOn = '9999-12-31' }) => startsOn <= date && date <= endedOn);
  if (placement === undefined && open.length > 1) {
    const message = 'more than one placement is open on this day; say which one the session belongs to';
    issues.push({ field: 'placement', code: 'required', message });
  }
  if (placement !== undefined && !known.some(({ id }) => id === placement)) {
    const message = 'this person has no placement of that id';
    issues.push({ field: 'placement', code: 'unknown-placement', message });
  }
  return issues;
}

const DATE_FIELDS = {
  session: 'startsAt',
  test: 'collectedAt',
  lapse: 'openedOn',
  milestone: 'reachedOn',
  review: 'reviewedOn',
  reflection: 'reflectedOn',
} as const;
