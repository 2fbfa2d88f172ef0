import type { RecordData, RecordTypeName } from '../records/registry.ts';

/** The field of each type that dates what it states: a record is of that month. Of a placement it is the referral. */
const dateFields: { readonly [Type in RecordTypeName]: keyof RecordData[Type] & string } = {
  placement: 'referredOn',
  session: 'startsAt',
  test: 'collectedAt',
  lapse: 'openedOn',
  milestone: 'reachedOn',
  review: 'reviewedOn',
  reflection: 'reflectedOn',
};

/**
 * The date or instant of what a stored record states; empty where it holds none.
 *
 * @example statedAt('lapse', { openedOn: '2026-10-02' }) // '2026-10-02'
 */
export function statedAt(type: RecordTypeName, data: Readonly<Record<string, unknown>>): string {
  const value = data[dateFields[type]];
  return typeof value === 'string' ? value : '';
}
