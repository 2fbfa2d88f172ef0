import type { Test } from '../../shared/records/test.ts';
import type { SentRecord } from '../api-client.ts';
import type { Journey } from './journey.ts';
import type { PersonIds } from './person-ids.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { isOpen, londonInstant, workingDay } from './timetable.ts';

type SentTest = Extract<SentRecord, { type: 'test' }>;
type Result = NonNullable<Test['results']>[number];

/**
 * A person's tests: about every third week, twice a week while a lapse is managed. Some are missed, refused (and
 * usually made good within days), excused or spoilt; a few first ones still show use from before; some positives
 * have a prescription behind them.
 */
export function programmeTests(
  profile: Profile,
  { day0, lastContactDay, lapses }: Journey,
  ids: PersonIds,
  random: Random,
): SentTest[] {
  if (day0 === undefined) return [];
  const tests: SentTest[] = [];
  const onlyAlcohol = profile.substances.every((substance) => substance === 'alcohol');
  const matrix = onlyAlcohol ? 'breath' : random.weighted({ urine: 2, 'oral-fluid': 1 });

  const add = (day: number, reason: Test['reason'], status: Test['status'], used: boolean) => {
    tests.push({
      type: 'test',
      id: ids('T'),
      personRef: profile.personRef,
      collectedAt: londonInstant(day, random.pick(['09:20', '10:05', '13:10', '17:40'])),
      matrix,
      reason,
      status,
      ...(status === 'provided' ? { results: resultsOf(profile, used, random) } : {}),
    });
  };
  const inLapse = (day: number) => lapses.some((lapse) => lapse.openedDay <= day && day <= lapse.endDay);

  const abstinent = profile.goal === 'abstinence';
  for (let day = day0 + random.between(1, 8); day <= lastContactDay; day += random.between(16, 22)) {
    const due = workingDay(day);
    if (due > lastContactDay || inLapse(due) || !isOpen(due)) continue;
    const status = drawStatus(random);
    add(
      due,
      random.chance(0.15) ? 'random' : 'scheduled',
      status,
      random.chance(abstinent ? (tests.length === 0 ? 0.05 : 0.008) : 0.45),
    );
    const again = workingDay(due + random.between(2, 4));
    if (status === 'refused' && !inLapse(again)) add(again, 'scheduled', 'provided', false);
  }
  for (const lapse of lapses) {
    if (lapse.source === 'test') add(lapse.openedDay, 'scheduled', 'provided', true);
    const usedUntil = lapse.openedDay + (lapse.outcome === 'recovered' ? 5 : 60);
    for (let day = lapse.openedDay + 3; day < lapse.endDay - 2; day += random.between(3, 5)) {
      const stillUsing = day < usedUntil && random.chance(0.45);
      if (isOpen(day)) add(workingDay(day), 'lapse', random.chance(0.9) ? 'provided' : 'missed', stillUsing);
    }
    if (lapse.outcome === 'recovered') add(lapse.endDay, 'lapse', 'provided', false);
  }
  return tests;
}

function drawStatus(random: Random): Test['status'] {
  return random.weighted({ provided: 91, missed: 4, refused: 2, excused: 2, invalid: 1 });
}

function resultsOf({ substances, prescribed }: Profile, used: boolean, random: Random): Result[] {
  const results: Result[] = substances.map((substance, index) => ({
    substance,
    result: used && index === 0 ? 'positive' : random.chance(0.005) ? 'inconclusive' : 'negative',
  }));
  if (prescribed && !substances.includes('benzodiazepines'))
    results.push({ substance: 'benzodiazepines', result: 'positive', explained: true });
  return results;
}
