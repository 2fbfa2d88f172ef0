import { FAMILY_WORKSHOP_TOPICS } from '../../shared/records/session.ts';
import type { SentRecord } from '../api-client.ts';
import type { PersonIds } from './person-ids.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { groupAt, isOpen, londonInstant, nextWeekday, slots, workingDay } from './timetable.ts';
import { groupWorkers, workerRef } from './workers.ts';

type SentSession = Extract<SentRecord, { type: 'session' }>;

/** From one day to another, and whether the person is in treatment then. */
type While = { readonly from: number; readonly to: number; readonly inTreatment: boolean };

/**
 * The sessions that a person's family came to: joint groups with the person; family groups, workshops and talks
 * without, which go on for some after the person has left. Families come when they can, about every four weeks.
 */
export function familySessions(profile: Profile, when: While, ids: PersonIds, random: Random): SentSession[] {
  const { family, provider, personRef } = profile;
  if (family.length === 0) return [];
  const sessions: SentSession[] = [];
  for (let next = when.from + random.between(3, 24); next <= when.to; next += random.between(16, 34)) {
    const kind = random.weighted({ joint: when.inTreatment ? 5 : 0, familyEvening: 3, workshop: 3, talk: 1 });
    const day = kind === 'talk' ? workingDay(next) : nextWeekday(next, slots[kind].weekday);
    if (day > when.to || !isOpen(day)) continue;
    sessions.push({
      type: 'session',
      id: ids('S'),
      personRef,
      ...(kind === 'talk'
        ? { kind: 'family-one-to-one', startsAt: londonInstant(day, '17:00') }
        : groupAt(provider.prefix, slots[kind], day)),
      attendance: kind === 'joint' ? 'attended' : 'family-only',
      workers: kind === 'talk' ? [workerRef(provider, day)] : groupWorkers(provider, day),
      ...(kind === 'workshop' ? { topics: [random.pick(FAMILY_WORKSHOP_TOPICS)] } : {}),
      family: random.chance(0.5) ? [...family] : family.slice(0, 1),
      ...(kind === 'joint' && profile.children === 'living-with' && random.chance(0.3)
        ? { childrenPresent: random.between(1, 3) }
        : {}),
    });
  }
  return sessions;
}
