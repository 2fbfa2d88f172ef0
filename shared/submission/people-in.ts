import type { Written } from '../privacy/erasure-guard.ts';
import type { AnyRecord } from '../records/registry.ts';
import type { RecordName } from '../store/held-records.ts';

/** What was sent about somebody, and the record it was read as when it could be. */
type Naming = { readonly personRef: string | undefined; readonly record: AnyRecord | undefined };

/** The people that are named, each once, with the ids of the records about them. */
export function peopleIn(naming: readonly Naming[]): Written[] {
  const people = new Map<string, RecordName[]>();
  for (const { personRef, record } of naming) {
    if (personRef === undefined) continue;
    const names = people.get(personRef) ?? [];
    people.set(personRef, names);
    if (record !== undefined) names.push({ type: record.type, id: record.id });
  }
  return [...people].map(([personRef, names]) => ({ personRef, names }));
}

/** The person a record is about, if it is about one. */
export function personOf({ subject }: AnyRecord): string | undefined {
  return subject.kind === 'person' ? subject.personRef : undefined;
}
