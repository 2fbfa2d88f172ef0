import { placementAsAt } from './as-at.ts';
import type { StoredRecord } from './person-records.ts';
import { inOrder, placed, type Placed } from './placed.ts';

/** The placements among records as they were known at the end of a London date, in order. */
export function placementsAsAt(records: readonly StoredRecord[], date: string): Placed[] {
  const found: Placed[] = [];
  for (const record of records) {
    const data = record.type === 'placement' ? placementAsAt(record.data, date) : undefined;
    if (data !== undefined) found.push(placed(record.id, data));
  }
  return inOrder(found);
}
