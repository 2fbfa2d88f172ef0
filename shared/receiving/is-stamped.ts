import type { StampedRecord } from '../quality/quality-rule.ts';
import { isStoredRecord } from '../store/stored-record.ts';

/** Whether an item is a record that stands, with the stamp of its version, which the store puts on every one. */
export function isStamped(item: unknown): item is StampedRecord {
  return isStoredRecord(item) && 'version' in item && 'recordedAt' in item;
}
