import type { Arrival } from '../quality/count-arrivals.ts';
import { statedAt } from '../quality/date-field.ts';
import { typeNamed } from '../records/registry.ts';
import type { RecordItem } from '../store/record-item.ts';

/** What a receipt needs to know of a stored record; undefined of one whose type is no longer known. */
export function arrivalOf({ type, data, version, recordedAt, withdrawn }: RecordItem): Arrival | undefined {
  const known = typeNamed(type)?.type;
  if (known === undefined) return undefined;
  return {
    type: known,
    version,
    recordedAt,
    withdrawn: withdrawn !== undefined,
    statedAt: statedAt(known, data),
  };
}
