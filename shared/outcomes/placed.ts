import { dayOf } from '../records/london.ts';
import type { RecordData } from '../records/registry.ts';

/** A placement as at the month's last day, with its days counted. */
export type Placed = {
  readonly id: string;
  readonly data: RecordData['placement'];
  readonly startDay: number;
  /** Its last day; Infinity while it is open. */
  readonly endDay: number;
};

export function placed(id: string, data: RecordData['placement']): Placed {
  return {
    id,
    data,
    startDay: dayOf(data.startsOn),
    endDay: data.endedOn === undefined ? Infinity : dayOf(data.endedOn),
  };
}

/** By start, then id: an order that does not depend on how the placements arrived. */
export function inOrder(placements: readonly Placed[]): Placed[] {
  return placements.toSorted((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1));
}
