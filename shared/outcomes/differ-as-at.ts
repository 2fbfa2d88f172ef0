import { londonDate } from '../records/london.ts';
import type { AnyRecord } from '../records/registry.ts';
import { lapseAsAt, placementAsAt } from './as-at.ts';
import { canonical } from './canonical.ts';

/**
 * Whether two versions of a record, or a record and none, differ in what they say at the end of a London date.
 *
 * @example differAsAt({ before: placement, after: { …, endedOn: '2026-03-01' } }, '2026-02-28') // false
 */
export function differAsAt(
  { before, after }: { readonly before: AnyRecord | undefined; readonly after: AnyRecord | undefined },
  date: string,
): boolean {
  const saysAt = (record: AnyRecord | undefined) => record && saysAsAt(record, date);
  return saysAt(before) !== saysAt(after);
}

/** What a record says at the end of a date, as text; undefined while nothing of it has happened. */
function saysAsAt({ type, data, happenedAt }: AnyRecord, date: string): string | undefined {
  const known =
    type === 'placement' ? placementAsAt(data, date) : type === 'lapse' ? lapseAsAt(data, date) : data;
  return known === undefined || londonDate(happenedAt) > date ? undefined : canonical(known);
}
