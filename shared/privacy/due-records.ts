import { londonDate, monthsBefore } from '../records/london.ts';
import { typeNamed } from '../records/registry.ts';
import type { RecordItem } from '../store/record-item.ts';
import type { RetentionPeriods } from './retention-periods.ts';

/** What is asked of records: whether they have been kept long enough today, and are not needed any more. */
export type RetentionRule = {
  /** A London date. */
  readonly today: string;
  readonly periods: RetentionPeriods;
  /** A person with a placement that had not ended before this date may be read by a month that is still open. */
  readonly placementsNeededFrom: string;
  /** The first day of the earliest open month. */
  readonly openFrom: string;
};

/** The date of what never ended. */
const OPEN_END = '9999-12-31';

/**
 * Of everything in one person's place what is to go. Each type has its period, counted from when the person was last
 * seen; while they have an open placement, or one that an open month may read, nothing goes.
 */
export function duePersonRecords(places: readonly RecordItem[], rule: RetentionRule): RecordItem[] {
  const ends = places.filter(stands).flatMap(endOf);
  if (ends.some((end) => end >= rule.placementsNeededFrom)) return [];
  const lastSeen = [...ends, ...places.map(dateOf)].sort().at(-1);
  return places.filter((item) => isDue(item, rule, lastSeen ?? OPEN_END));
}

/** The same of records that name nobody, each by its own date. */
export function dueUnattachedRecords(places: readonly RecordItem[], rule: RetentionRule): RecordItem[] {
  return places.filter((item) => {
    const own = dateOf(item);
    const neededFrom =
      periodOf(item, rule)?.countedFrom === 'own-date' ? rule.openFrom : rule.placementsNeededFrom;
    return own < neededFrom && isDue(item, rule, own);
  });
}

/** When a placement ended, `9999-12-31` while it is open; nothing of other records. */
export function endOf({ type, data }: RecordItem): string[] {
  if (type !== 'placement') return [];
  return [typeof data['endedOn'] === 'string' ? data['endedOn'] : OPEN_END];
}

function isDue(item: RecordItem, rule: RetentionRule, lastSeen: string): boolean {
  const period = periodOf(item, rule);
  if (period === undefined) return false;
  const from = period.countedFrom === 'own-date' ? dateOf(item) : lastSeen;
  return from < monthsBefore(rule.today, period.months);
}

function periodOf({ type }: RecordItem, { periods }: RetentionRule) {
  return Object.entries(periods).find(([name]) => name === type)?.[1];
}

function stands({ withdrawn }: RecordItem): boolean {
  return withdrawn === undefined;
}

/** The London date of what a record states; of a withdrawn one, when it was withdrawn. */
function dateOf(item: RecordItem): string {
  const { type, id, data, recordedAt } = item;
  const parsed = stands(item) ? typeNamed(type)?.parse(id, data) : undefined;
  return londonDate(parsed?.success === true ? parsed.record.happenedAt : recordedAt);
}
