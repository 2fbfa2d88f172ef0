import { dateOfDay } from '../../shared/records/london.ts';
import type { Milestone } from '../../shared/records/milestone.ts';
import { AFTERCARE_TOPICS } from '../../shared/records/session.ts';
import type { SentRecord } from '../api-client.ts';
import type { PersonIds } from './person-ids.ts';
import { placementRecord } from './placement-record.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { groupAt, isOpen, londonInstant, nextWeekday, slots, workingDay } from './timetable.ts';
import { groupWorkers, oneToOneWorker } from './workers.ts';

type Step = Milestone['step'];

const TRANSITION = 28;
const HALF_A_YEAR = 182;

/**
 * Aftercare of somebody who completed: a month of transition, the half-year voluntary placement, then education,
 * training or work; with the sessions, milestones and the odd test that belong to it.
 */
export function aftercare(
  profile: Profile,
  completedDay: number,
  ids: PersonIds,
  random: Random,
): { readonly records: SentRecord[]; readonly startDay: number; readonly endDay: number } {
  const startDay = workingDay(completedDay + random.between(3, 24));
  const path = drawPath(startDay, random);
  const placement = placementRecord(profile, ids('P'), {
    service: 'aftercare',
    referredDay: completedDay,
    startDay,
    plannedEndDay: startDay + TRANSITION + HALF_A_YEAR + 28,
    endDay: path.endDay,
    endReason: path.endReason,
  });
  const milestones = path.steps.map(({ step, day, verified }) => ({
    type: 'milestone' as const,
    id: ids('M'),
    personRef: profile.personRef,
    step,
    reachedOn: dateOfDay(day),
    evidence: verified ? ('verified' as const) : ('self-reported' as const),
  }));
  const sessions = contacts(profile, startDay, path.endDay, ids, random);
  return { records: [placement, ...milestones, ...sessions], startDay, endDay: path.endDay };
}

type Path = {
  readonly steps: readonly { readonly step: Step; readonly day: number; readonly verified: boolean }[];
  readonly endDay: number;
  readonly endReason: 'completed' | 'left';
};

function drawPath(startDay: number, random: Random): Path {
  const steps: { step: Step; day: number; verified: boolean }[] = [];
  const add = (step: Step, day: number, verified = true) =>
    steps.push({ step, day: workingDay(day), verified });
  add('transition-started', startDay);
  if (random.chance(0.1))
    return { steps, endDay: workingDay(startDay + random.between(10, 60)), endReason: 'left' };
  const through = startDay + TRANSITION + random.between(-2, 6);
  add('transition-completed', through);
  if (random.chance(0.35)) add('careers-advice', through + random.between(5, 40));
  if (random.chance(0.12))
    return { steps, endDay: workingDay(through + random.between(20, 60)), endReason: 'completed' };
  if (random.chance(0.5)) add('criminal-record-check', through - random.between(0, 14));
  const begun = workingDay(through + random.between(0, 16));
  add('voluntary-placement-started', begun);
  if (random.chance(0.4)) add('job-centre', begun + random.between(60, 150));
  const onward = random.weighted(NEXT_STEPS);
  const verified = random.chance(0.88);
  if (random.chance(0.14)) {
    const leaves = begun + random.between(30, 120);
    add('voluntary-placement-left', leaves);
    if (random.chance(0.45)) add(onward, leaves, verified);
    return { steps, endDay: workingDay(leaves + 7), endReason: 'left' };
  }
  const finished = workingDay(begun + HALF_A_YEAR);
  add('voluntary-placement-completed', finished);
  if (random.chance(0.74)) add(onward, finished + random.between(-40, 24), verified);
  return { steps, endDay: workingDay(finished + random.between(10, 28)), endReason: 'completed' };
}

const NEXT_STEPS = {
  'education-started': 3,
  'training-started': 4,
  'employment-started': 4,
  'external-voluntary-work-started': 1,
} satisfies Partial<Record<Step, number>>;

/** Every four weeks or so: the peer-support group, a talk, a call; now and then a test. */
function contacts(
  profile: Profile,
  fromDay: number,
  toDay: number,
  ids: PersonIds,
  random: Random,
): SentRecord[] {
  const { provider, personRef } = profile;
  const made: SentRecord[] = [];
  for (let turn = 0, from = fromDay; from <= toDay; turn += 1, from += random.between(22, 38)) {
    const kind = random.weighted({ 'peer-support': 6, 'one-to-one': 3, telephone: 2 });
    const day = kind === 'peer-support' ? nextWeekday(from, slots.peers.weekday) : workingDay(from);
    if (day > toDay || !isOpen(day)) continue;
    made.push({
      type: 'session',
      id: ids('S'),
      personRef,
      ...(kind === 'peer-support'
        ? groupAt(provider.prefix, slots.peers, day)
        : { kind, startsAt: londonInstant(day, '15:30') }),
      attendance: random.weighted({ attended: 9, 'did-not-attend': 1 }),
      workers:
        kind === 'peer-support' ? groupWorkers(provider, day) : [oneToOneWorker(profile, turn, random)],
      ...(kind === 'telephone'
        ? {}
        : { topics: AFTERCARE_TOPICS.filter((_, index) => index === turn % AFTERCARE_TOPICS.length) }),
    });
    if (random.chance(0.2))
      made.push({
        type: 'test',
        id: ids('T'),
        personRef,
        collectedAt: londonInstant(day, '15:10'),
        matrix: 'oral-fluid',
        reason: 'random',
        status: 'provided',
        results: [
          {
            substance: profile.substances[0] ?? 'other',
            result: random.chance(0.03) ? 'positive' : 'negative',
          },
        ],
      });
  }
  return made;
}
