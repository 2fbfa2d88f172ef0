import type { Period } from '../outcomes/period.ts';
import { saysOtherwise } from '../quality/says-otherwise.ts';
import type { StampedRecord } from '../quality/quality-rule.ts';
import type { Table } from '../store/dynamo.ts';
import { isIssued, readPacks } from '../store/packs.ts';
import { isStoredRecord } from '../store/stored-record.ts';
import { versionAsAt } from '../store/version-as-at.ts';

/** Finds which records of a month came when it was too late for it. */
export type LateRecords = (
  records: readonly StampedRecord[],
  commissioners: readonly string[],
) => Promise<StampedRecord[]>;

/**
 * Late is what came, or was changed in what it says of the month, after the cut-off, and is not in the newest issue of
 * every commissioner it may be counted for.
 */
export function lateRecords(table: Table, asAt: Period, cutOff: string): LateRecords {
  const issues = new Map<string, Promise<string>>();
  const issuedAsAt = (commissioner: string): Promise<string> => {
    const known = issues.get(commissioner) ?? newestIssue(table, commissioner, asAt.month);
    issues.set(commissioner, known);
    return known;
  };
  return async (records, commissioners) => {
    const after = records.filter(({ recordedAt }) => recordedAt > cutOff);
    if (after.length === 0) return [];
    const issued = await Promise.all(commissioners.map(issuedAsAt));
    const covered = issued.toSorted()[0] ?? '';
    const candidates = after.filter(({ recordedAt }) => recordedAt > covered);
    const late = await Promise.all(
      candidates.map(async (record) => {
        const before = record.version === 1 ? undefined : await versionAsAt(table, record, cutOff);
        return saysOtherwise(record, isStoredRecord(before) ? before : undefined, asAt);
      }),
    );
    return candidates.filter((_, index) => late[index]);
  };
}

/** The instant that the newest issue of a month was made as at; empty where there is none. */
async function newestIssue(table: Table, commissioner: string, month: string): Promise<string> {
  const issued = (await readPacks(table, commissioner, month)).filter(isIssued);
  return (
    issued
      .map(({ asAt }) => asAt)
      .toSorted()
      .at(-1) ?? ''
  );
}
