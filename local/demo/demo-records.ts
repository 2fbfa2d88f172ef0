import { dayOf } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';
import { kinshipCarers } from './kinship-carers.ts';
import { knownBy } from './known-by.ts';
import { personHistory } from './person-history.ts';
import { drawProfile } from './profile.ts';
import { randomOf } from './random.ts';
import { reflections } from './reflections.ts';
import { demoCommissioners, demoFirstDay, demoLastDay, demoProviders } from './services.ts';
import type { DemoProvider } from './services.ts';

const SEED = 552_000;

/** Referrals go on to the end; the first come before the first month, so that it has a day programme. */
const FIRST_REFERRAL = dayOf(demoFirstDay) - 10;
const LAST_REFERRAL = dayOf(demoLastDay) - 6;

/**
 * The demonstration's records by provider, as each would have sent them by the last day: about 150 people, fewer
 * than 5,000 records (so a lighter week than the real programme's), the same on every machine.
 */
export function demoRecords(): { readonly provider: DemoProvider; readonly records: SentRecord[] }[] {
  return demoProviders.map((provider, index) => ({
    provider,
    records: recordsOf(provider, SEED + index * 100_000).flatMap((record) => knownBy(record, demoLastDay)),
  }));
}

function recordsOf(provider: DemoProvider, seed: number): SentRecord[] {
  const days = { from: dayOf(demoFirstDay), to: dayOf(demoLastDay) };
  const records = reflections(provider, days, randomOf(seed));
  let number = 0;
  demoCommissioners.forEach((commissioner, index) => {
    const people = commissioner.people[provider.code] ?? 0;
    for (let nth = 0; nth < people; nth += 1) {
      number += 1;
      const random = randomOf(seed + number * 97);
      const profile = drawProfile(provider, commissioner, number, random);
      records.push(...personHistory(profile, referralDay(nth, people), random));
    }
    const carers = Math.floor(people / 9);
    records.push(...kinshipCarers(provider, commissioner, days, carers, randomOf(seed + 50_000 + index)));
  });
  return records;
}

/** Referrals evenly over the months. */
function referralDay(nth: number, of: number): number {
  return FIRST_REFERRAL + Math.floor(((nth + 0.5) * (LAST_REFERRAL - FIRST_REFERRAL)) / of);
}
