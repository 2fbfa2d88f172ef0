import { isDeepStrictEqual } from 'node:util';
import type { NamedClient } from '../platform/client-names.ts';
import type { RecordItem } from '../store/record-item.ts';

/** One field that differs from the version before; a side is absent where the field was. */
export type FieldChange = { readonly field: string; readonly from?: unknown; readonly to?: unknown };

/** A version of a record as its provider sees it: what was done, by whom, when, and what it changed. */
export type HistoryVersion = {
  readonly version: number;
  readonly recordedAt: string;
  readonly client: NamedClient;
  readonly outcome: 'created' | 'amended' | 'withdrawn';
  /** Why it was withdrawn. */
  readonly reason?: string;
  /** Against the version before; of the first, nothing. */
  readonly changes: readonly FieldChange[];
  /** What the record held from then on; of a withdrawal, what it held last. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** The history of a record, oldest version first as they are given. */
export function historyOf(
  versions: readonly RecordItem[],
  nameOf: (clientId: string) => NamedClient,
): HistoryVersion[] {
  return versions.map(({ version, recordedAt, client, withdrawn, data }, index) => {
    const before = versions[index - 1];
    const begins = before === undefined || before.withdrawn !== undefined;
    return {
      version,
      recordedAt,
      client: nameOf(client),
      outcome: withdrawn !== undefined ? 'withdrawn' : begins ? 'created' : 'amended',
      ...(withdrawn !== undefined && { reason: withdrawn }),
      changes: before === undefined ? [] : changesBetween(before.data, data),
      data,
    };
  });
}

/** The fields that differ, in alphabetical order. */
function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    if (isDeepStrictEqual(from, to)) return [];
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
