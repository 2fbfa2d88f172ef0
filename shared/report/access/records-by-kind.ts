import type { HeldRecord, SubjectAccess } from '../../privacy/subject-access.ts';
import type { RecordKind } from './record-kind.ts';
import { recordKinds } from './record-kinds.ts';
import { unwordedKind } from './unworded-kind.ts';
import { dateOf } from './record-in-words.ts';

export type RecordsOfKind = { readonly kind: RecordKind; readonly records: readonly HeldRecord[] };

/** The records of an access by kind in the reader's order, each kind by date; kinds without words of their own last. */
export function recordsByKind({ records }: SubjectAccess): RecordsOfKind[] {
  const types = [...new Set(records.map(({ type }) => type))].sort();
  const unworded = types.filter((type) => !recordKinds.some((kind) => kind.type === type)).map(unwordedKind);
  return [...recordKinds, ...unworded].map((kind) => ({
    kind,
    records: records.filter(({ type }) => type === kind.type).toSorted(byDate(kind)),
  }));
}

const byDate = (kind: RecordKind) => (one: HeldRecord, other: HeldRecord) =>
  instantOf(kind, one) - instantOf(kind, other) || (one.id < other.id ? -1 : 1);

const instantOf = (kind: RecordKind, record: HeldRecord): number =>
  Date.parse(dateOf(kind, record) ?? '9999-12-31');
