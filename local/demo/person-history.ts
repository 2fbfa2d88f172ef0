import { dateOfDay } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';
import { aftercare } from './aftercare.ts';
import { familySessions } from './family-sessions.ts';
import { drawJourney } from './journey.ts';
import { lapseRecords } from './lapse-records.ts';
import { personIds } from './person-ids.ts';
import { placementRecord } from './placement-record.ts';
import type { Profile } from './profile.ts';
import { programmeSessions } from './programme-sessions.ts';
import { programmeTests } from './programme-tests.ts';
import type { Random } from './random.ts';
import { reviews } from './reviews.ts';

/** Days between an unplanned end and coming back, for those who do; up to 21 days it is one journey. */
const BACK_AFTER = [15, 45, 70, 110, 150];

/** Days for which a family may go on coming when the person has left. */
const FAMILY_STAYS = 70;

/**
 * Everything that happens to one person who is referred on a day: one or more journeys on the day programme, their
 * family's part in it, aftercare for most who complete. Runs past any closing date; `knownBy` cuts it.
 */
export function personHistory(profile: Profile, referredDay: number, random: Random): SentRecord[] {
  const ids = personIds(profile);
  const records: SentRecord[] = [];
  let referred = referredDay;
  for (let visit = 1; visit <= 3; visit += 1) {
    const startDay = referred + random.pick([3, 5, 7, 9, 12, 14, 17, 19, 24, 30]);
    const journey = drawJourney(profile, startDay, random);
    const { endDay, endReason } = journey;
    const suspended = endDay - startDay > 60 && random.chance(0.05);
    records.push(
      placementRecord(profile, ids('P'), {
        service: 'day-programme',
        referredDay: referred,
        startDay,
        plannedEndDay: journey.plannedEndDay,
        endDay,
        endReason,
        ...(suspended
          ? { suspensions: [{ from: dateOfDay(startDay + 30), to: dateOfDay(startDay + 40) }] }
          : {}),
      }),
      ...programmeSessions(profile, journey, ids, random),
      ...programmeTests(profile, journey, ids, random),
      ...lapseRecords(profile, journey.lapses, ids, random),
      ...reviews(profile, journey, ids, random),
    );
    const family = (from: number, to: number, inTreatment: boolean) =>
      familySessions(profile, { from, to, inTreatment }, ids, random);
    if (journey.day0 !== undefined) records.push(...family(journey.day0, journey.lastContactDay, true));
    if (endReason === 'completed') {
      if (!random.chance(0.8)) return records;
      const after = aftercare(profile, endDay, ids, random);
      records.push(...after.records, ...family(after.startDay, after.endDay, true));
      return records;
    }
    if (journey.day0 !== undefined && random.chance(0.4))
      records.push(...family(endDay, endDay + FAMILY_STAYS, false));
    if (endReason === 'died' || !random.chance(0.15)) return records;
    referred = endDay + random.pick(BACK_AFTER);
  }
  return records;
}
