import { dayOf } from '../../shared/records/london.ts';
import type { BenchGroup } from './bench-record.ts';
import { somebody } from './somebody.ts';
import { withoutPerson } from './without-person.ts';

/** The month that the crowd is for. */
export const CROWD_MONTH = '2026-10';

/** Its last day; nothing is dated after it. */
const CROWD_LAST_DAY = dayOf('2026-10-31');

const PROVIDERS = 8;

/** So many people share the kinship carers' sessions that a provider holds beside theirs. */
const PEOPLE_BETWEEN = 100;

/**
 * Everybody one commissioner's month reads, until there are `records`: about 58 records a person, of every type,
 * over 22 months and 8 providers; now and then what a provider sent that names no person. The same people each time.
 */
export function* crowd(records: number): Generator<BenchGroup> {
  let made = 0;
  for (let number = 0; made < records; number += 1) {
    // Two neighbours are at one provider, for they share a relative.
    const provider = `bench-${Math.floor(number / 2) % PROVIDERS}`;
    const group = somebody(number, provider, CROWD_LAST_DAY);
    made += group.records.length;
    yield group;
    if (number % PEOPLE_BETWEEN !== 0) continue;
    const beside = withoutPerson(number, provider, CROWD_LAST_DAY);
    made += beside.records.length;
    yield beside;
  }
}
