import { dayOf } from '../../shared/records/london.ts';
import type { BenchRecord } from '../crowd/bench-record.ts';
import { somebody } from '../crowd/somebody.ts';

/** The month that is run. */
export const AREA_MONTH = '2026-10';

const LAST_DAY = dayOf('2026-10-31');
const PEOPLE = 20;
/** So many areas share a provider. */
const AREAS_OF_PROVIDER = 5;

/** The commissioner of an area, by number from 0; the first is the one that every system begins with. */
export const areaCode = (area: number): string => (area === 0 ? 'northshire' : `area-${area}`);

/** The provider that an area's people are with. */
export const areaProvider = (area: number): string => {
  const number = Math.floor(area / AREAS_OF_PROVIDER);
  return number === 0 ? 'janus-enterprise' : `provider-${number}`;
};

/** All that is recorded of an area's twenty people over 22 months, about fifty records each. The same each time. */
export function areaCrowd(area: number): BenchRecord[] {
  const commissioner = areaCode(area);
  return Array.from({ length: PEOPLE }, (_, i) =>
    somebody(area * PEOPLE + i, areaProvider(area), LAST_DAY).records.map((record) =>
      record.type === 'placement' ? { ...record, data: { ...record.data, commissioner } } : record,
    ),
  ).flat();
}
