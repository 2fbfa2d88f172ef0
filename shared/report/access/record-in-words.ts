import type { HeldRecord } from '../../privacy/subject-access.ts';
import type { RecordKind } from './record-kind.ts';
import { instantInWords } from '../calendar.ts';
import { clientInWords } from './client-in-words.ts';
import { valueInWords } from './value-in-words.ts';

type Version = HeldRecord['versions'][number];

/** What holds of a record now, or what it held last where it was withdrawn. */
export const latestOf = ({ versions }: HeldRecord): Version | undefined => versions.at(-1);

export const isWithdrawn = (record: HeldRecord): boolean => latestOf(record)?.outcome === 'withdrawn';

/** The date or instant that a record tells of; none where its kind is not known. */
export function dateOf(kind: RecordKind, record: HeldRecord): string | undefined {
  const date = latestOf(record)?.data[kind.date];
  return typeof date === 'string' && !Number.isNaN(Date.parse(date)) ? date : undefined;
}

/**
 * A record as it is spoken of.
 *
 * @example recordInWords(session, record) // 'Session of 5 January 2026, 10:00'
 */
export function recordInWords(kind: RecordKind, record: HeldRecord): string {
  const date = dateOf(kind, record);
  if (date === undefined) return kind.one;
  return `${kind.one} ${kind.begins ? 'from' : 'of'} ${valueInWords(date, kind.date)}`;
}

/** When a version was sent and by whom. */
export const sentInWords = ({ recordedAt, client }: Pick<Version, 'recordedAt' | 'client'>): string =>
  `${instantInWords(recordedAt)}, by ${clientInWords(client)}`;

/**
 * Why a record was withdrawn, as the end of a sentence.
 *
 * @example withdrawnInWords({ reason: 'duplicate' }) // 'withdrawn because it was there twice'
 */
export function withdrawnInWords({ reason }: Pick<Version, 'reason'>): string {
  if (reason === undefined) return 'withdrawn';
  return `withdrawn because ${REASONS.get(reason) ?? `of: ${valueInWords(reason, 'withdrawn')}`}`;
}

const REASONS = new Map(
  Object.entries({
    'entered-in-error': 'it was entered in error',
    'consent-withdrawn': 'consent was withdrawn',
    duplicate: 'it was there twice',
  }),
);
