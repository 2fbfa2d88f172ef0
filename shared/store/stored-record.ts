import type { StoredRecord } from '../outcomes/person-records.ts';
import { typeNamed } from '../records/registry.ts';

/**
 * Whether an item is a record that stands. What it holds passed its schema when it was written, and the store is
 * the only writer, so a month run does not pay for checking it again.
 */
export function isStoredRecord(item: unknown): item is StoredRecord {
  return (
    typeof item === 'object' &&
    item !== null &&
    'type' in item &&
    typeof item.type === 'string' &&
    typeNamed(item.type) !== undefined &&
    'data' in item &&
    !('withdrawn' in item)
  );
}
