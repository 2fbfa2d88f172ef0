import { londonDate } from '../records/london.ts';
import type { AnyRecord } from '../records/registry.ts';
import { lapseAsAt, placementAsAt } from './as-at.ts';
import { canonical } from './canonical.ts';

/** What a record says at the end of a London date, as text; undefined while nothing of it has happened. */
export function recordAsAt(record: AnyRecord, date: string): string | undefined {
  const { type, data, happenedAt } = record;
  const known =
    type === 'placement' ? placementAsAt(data, date) : type === 'lapse' ? lapseAsAt(data, date) : data;
  return known === undefined || londonDate(happenedAt) > date ? undefined : canonical(known);
}

/** Whether two versions of a record, or a record and none, differ in what they say at the end of a London date. */
export function differAsAt(
  { before, after }: { readonly before: AnyRecord | undefined; readonly after: AnyRecord | undefined },
  date: string,
): boolean {
  const saysAt = (record: AnyRecord | undefined) => record && recordAsAt(record, date);
  return saysAt(before) !== saysAt(after);
}
