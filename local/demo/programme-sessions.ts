import type { Session } from '../../shared/records/session.ts';
import type { SentRecord } from '../api-client.ts';
import type { Journey } from './journey.ts';
import type { PersonIds } from './person-ids.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { groupAt, isOpen, londonInstant, nextWeekday, slots, topicOfWeek, workingDay } from './timetable.ts';
import { groupWorkers, oneToOneWorker } from './workers.ts';

type SentSession = Extract<SentRecord, { type: 'session' }>;

/**
 * A person's own sessions on the day programme: a first talk on day 0, then in most weeks a group, now and
 * then a second, a one-to-one every four weeks. While a lapse is managed the groups stop and one-to-ones come twice a week.
 */
export function programmeSessions(
  profile: Profile,
  journey: Journey,
  ids: PersonIds,
  random: Random,
): SentSession[] {
  const { provider, personRef } = profile;
  const { day0, lastContactDay, lapses } = journey;
  const sessions: SentSession[] = [];
  let turn = 0;

  const oneToOne = (
    day: number,
    kind: 'one-to-one' | 'counselling' | 'telephone',
    attendance: Attendance,
  ) => {
    turn += 1;
    sessions.push({
      type: 'session',
      id: ids('S'),
      personRef,
      kind,
      startsAt: londonInstant(day, random.pick(TALK_TIMES[profile.when])),
      attendance,
      workers: [oneToOneWorker(profile, turn, random)],
    });
  };
  const group = (slot: ProgrammeSlot, day: number, attendance: Attendance) => {
    const onTopic = slots[slot].kind === 'group' || slots[slot].kind === 'women-only-group';
    sessions.push({
      type: 'session',
      id: ids('S'),
      personRef,
      ...groupAt(provider.prefix, slots[slot], day),
      attendance,
      workers: groupWorkers(provider, day),
      ...(onTopic ? { topics: topicOfWeek(day, slot === 'friday' || slot === 'saturday' ? 2 : 0) } : {}),
    });
  };
  const inLapse = (day: number) => lapses.some((lapse) => lapse.openedDay <= day && day < lapse.endDay);

  if (day0 === undefined) {
    if (random.chance(0.6)) oneToOne(workingDay(journey.startDay), 'one-to-one', 'did-not-attend');
    return sessions;
  }
  oneToOne(day0, 'one-to-one', 'attended');
  for (let week = day0 + 1; week <= lastContactDay; week += 7) {
    for (const slot of slotsOfWeek(profile, random)) {
      const day = nextWeekday(week, slots[slot].weekday);
      if (day <= lastContactDay && isOpen(day) && !inLapse(day)) group(slot, day, drawAttendance(random));
    }
    if (random.chance(0.24)) {
      const day = workingDay(week + random.between(0, 6));
      const kind = random.weighted({ 'one-to-one': 8, counselling: 2, telephone: 1 });
      if (day <= lastContactDay && isOpen(day) && !inLapse(day)) oneToOne(day, kind, drawAttendance(random));
    }
  }
  for (const lapse of lapses) {
    for (let day = lapse.openedDay + 1; day < lapse.endDay; day += random.between(3, 5)) {
      if (isOpen(day))
        oneToOne(workingDay(day), 'one-to-one', random.chance(0.88) ? 'attended' : 'did-not-attend');
    }
    const back = nextWeekday(lapse.endDay, slots.monday.weekday);
    if (lapse.outcome === 'recovered' && isOpen(back)) group('monday', back, 'attended');
  }
  return sessions;
}

type Attendance = Session['attendance'];
type ProgrammeSlot = 'monday' | 'tuesdayEvening' | 'offending' | 'literacy' | 'women' | 'friday' | 'saturday';

const TALK_TIMES = {
  daytime: ['09:30', '11:45', '14:15', '16:00'],
  evening: ['16:45', '17:15', '18:00'],
  weekend: ['10:30', '12:00', '17:30'],
} as const;

function slotsOfWeek({ when, sex }: Profile, random: Random): ProgrammeSlot[] {
  if (random.chance(0.28)) return [];
  if (when === 'evening') return ['tuesdayEvening'];
  if (when === 'weekend') return ['saturday'];
  if (sex === 'female' && random.chance(0.4)) return ['women'];
  const chosen: ProgrammeSlot[] = [random.pick(['monday', 'friday'])];
  if (random.chance(0.08)) chosen.push(random.pick(['offending', 'literacy']));
  return chosen;
}

function drawAttendance(random: Random): Attendance {
  return random.weighted({ attended: 42, 'did-not-attend': 5, 'cancelled-by-client': 3 });
}
