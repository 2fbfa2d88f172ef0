import type { FieldIssue } from '../platform/errors.ts';
import { londonDate } from '../records/london.ts';
import type { AnyRecord, RecordData } from '../records/registry.ts';
import type { Links } from './read-record.ts';

/** A placement that is known of a person, stored or sent along. */
export type KnownPlacement = { readonly id: string } & Pick<
  RecordData['placement'],
  'commissioner' | 'referredOn' | 'startsOn' | 'endedOn'
>;

/**
 * What is wrong with a record in the light of its person's placements: dated before the earliest referral, naming a
 * placement or a commissioner that is none of theirs, or a session that must say which of two open placements it
 * belongs to. Without any placement nothing is: such a record waits for one and is shown in data quality. Of a record
 * that is wrong by itself only what it refers to is looked at.
 */
export function checkAgainstPlacements(
  links: Links,
  record: AnyRecord | undefined,
  known: readonly KnownPlacement[],
): FieldIssue[] {
  if (known.length === 0) return [];
  return [
    ...(links.placement !== undefined && !known.some(({ id }) => id === links.placement)
      ? [
          {
            field: 'placement',
            code: 'unknown-placement',
            message: 'this person has no placement of that id',
          },
        ]
      : []),
    ...(links.commissioner !== undefined &&
    !known.some(({ commissioner }) => commissioner === links.commissioner)
      ? [
          {
            field: 'commissioner',
            code: 'not-this-persons',
            message: 'this person has no placement of that commissioner; leave it out, or correct it',
          },
        ]
      : []),
    ...(record === undefined ? [] : checkDate(record, known)),
  ];
}

function checkDate(record: AnyRecord, known: readonly KnownPlacement[]): FieldIssue[] {
  if (record.type === 'placement') return [];
  const date = londonDate(record.happenedAt);
  if (known.every(({ referredOn }) => date < referredOn)) {
    const message = "this is dated before the person's earliest referral; correct the date or the placement";
    return [{ field: DATE_FIELDS[record.type], code: 'before-placement', message }];
  }
  const open = known.filter(({ startsOn, endedOn = '9999-12-31' }) => startsOn <= date && date <= endedOn);
  if (record.type !== 'session' || record.data.placement !== undefined || open.length < 2) return [];
  const message = 'more than one placement is open on this day; say which one the session belongs to';
  return [{ field: 'placement', code: 'required', message }];
}

const DATE_FIELDS = {
  session: 'startsAt',
  test: 'collectedAt',
  lapse: 'openedOn',
  milestone: 'reachedOn',
  review: 'reviewedOn',
  reflection: 'reflectedOn',
} as const;
