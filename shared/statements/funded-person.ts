import type { PlacedPerson, PlacementRecord } from '../finance/placement-weeks.ts';
import type { PersonRecords } from '../outcomes/person-records.ts';
import { londonDay } from '../records/london.ts';

/** What finance needs of a person: their placements, and the days on which they attended something. */
export function fundedPerson({ provider, records }: PersonRecords): PlacedPerson {
  const placements: PlacementRecord[] = [];
  const attendedDays: number[] = [];
  for (const record of records) {
    if (record.type === 'placement') placements.push({ id: record.id, provider, data: record.data });
    else if (record.type === 'session' && record.data.attendance === 'attended')
      attendedDays.push(londonDay(record.data.startsAt));
  }
  return { placements, attendedDays };
}
