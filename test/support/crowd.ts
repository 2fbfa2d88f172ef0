import { randomOf } from '../../local/demo/random.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';
import type { RecordData } from '../../shared/records/registry.ts';
import {
  aFamilySession,
  aLapse,
  aMilestone,
  aPerson,
  aPlacement,
  aReflection,
  aReview,
  aSession,
  aTest,
} from './records.ts';

/** A crowd as a month of Northshire reads it. */
export type Crowd = {
  readonly people: readonly PersonRecords[];
  readonly unattached: readonly StoredRecord[];
  readonly reflections: readonly StoredRecord[];
};

const FIRST = Date.UTC(2025, 0, 6) / 86_400_000;
const LAST = Date.UTC(2026, 9, 31) / 86_400_000;
const SUBSTANCES = ['opiates', 'alcohol', 'crack', 'cannabis'] as const;
const KINDS = [
  'group',
  'group',
  'one-to-one',
  'counselling',
  'women-only-group',
  'joint-group',
  'family-group',
  'telephone',
] as const;
const TOPICS = [
  'cravings',
  'drug-dna',
  'lapse-and-relapse',
  'grief-process',
  'justifications-and-reasons',
] as const;
const ENDS = [
  'completed',
  'completed',
  'left',
  'left',
  'withdrawn',
  'transferred',
  'referred-on',
  'died',
] as const;

/** Chance that repeats itself, so that golden figures hold everywhere. */
function chanceOf(seed: number) {
  const { chance, between, pick } = randomOf(seed);
  return { in: chance, upTo: (limit: number) => between(0, limit - 1), of: pick };
}

type Chance = ReturnType<typeof chanceOf>;

const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * A crowd of `size` people with records of every type, from January 2025 to October 2026, two providers, some of
 * another commissioner; sparse where `density` is low. The same seed gives the same crowd.
 */
export function aCrowd(seed: number, size: number, density = 1): Crowd {
  const chance = chanceOf(seed);
  return {
    people: Array.from({ length: size }, (_, index) => somebody(chance, index + 1, density)),
    unattached: Array.from({ length: Math.ceil(size / 8) }, (_, index) =>
      aFamilySession({
        id: `carers-${index}`,
        on: dateOf(LAST - chance.upTo(60)),
        family: [{ ref: `F${900 + chance.upTo(10)}`, relationship: 'carer' }],
      }),
    ),
    reflections: Array.from({ length: 12 }, (_, index) =>
      aReflection({
        id: `reflection-${index}`,
        workerRef: `W${1 + (index % 8)}`,
        reflectedOn: dateOf(LAST - chance.upTo(40)),
        culture: 1 + chance.upTo(5),
        stance: 1 + chance.upTo(5),
      }),
    ),
  };
}

function somebody(chance: Chance, number: number, density: number): PersonRecords {
  const provider = number % 3 === 0 ? 'harbour' : 'janus';
  const personRef = `P${number}`;
  const start = FIRST + chance.upTo(LAST - FIRST - 20);
  const stays = chance.in(0.75) ? 30 + chance.upTo(140) : 5 + chance.upTo(40);
  const end = start + stays;
  const sex = chance.of(['female', 'female', 'male', 'male', 'other', 'not-stated'] as const);
  const who = {
    provider,
    personRef,
    commissioner: chance.in(0.95) ? 'northshire' : 'eastshire',
    goal: chance.of(['abstinence', 'abstinence', 'abstinence', 'reduction', 'safer-use'] as const),
    substances: [chance.of(SUBSTANCES)],
    sex,
    ageBand: chance.of(['25-34', '35-44', '45-54'] as const),
    ...(chance.in(0.8) ? { intervention: chance.of(['recovery', 'crisis', 'closure'] as const) } : {}),
    ...(chance.in(0.8) ? { children: chance.of(['none', 'living-with', 'looked-after'] as const) } : {}),
    ...(chance.in(0.4) ? { funding: 'block' as const, block: 'B-1' } : {}),
  };
  const ended = end <= LAST && chance.in(0.9);
  const placement = aPlacement({
    ...who,
    id: `placement-${number}`,
    referredOn: dateOf(start - chance.upTo(40)),
    startsOn: dateOf(start),
    ...(ended ? { endedOn: dateOf(end), endReason: chance.of(ENDS) } : {}),
  });
  const last = ended ? end : LAST;
  return {
    ...aPerson(
      placement,
      ...sessionsOf(chance, who, number, { start, last }, density),
      ...testsOf(chance, who, number, { start, last }, density),
      ...lapsesOf(chance, who, number, { start, last }),
      ...reviewsOf(chance, who, number, { start, last }),
      ...afterwards(chance, who, number, last),
    ),
    provider,
    personRef,
  };
}

type Who = Pick<RecordData['placement'], 'personRef' | 'commissioner' | 'sex'> & { provider: string };
type Stay = { readonly start: number; readonly last: number };

function sessionsOf(
  chance: Chance,
  { provider, personRef }: Who,
  number: number,
  { start, last }: Stay,
  density: number,
) {
  const count = Math.round(((last - start) / 7) * 1.5 * density);
  return Array.from({ length: Math.max(1, count) }, (_, index) => {
    const kind = index === 0 ? 'one-to-one' : chance.of(KINDS);
    const day = index === 0 ? start + chance.upTo(9) : start + chance.upTo(last - start + 3);
    return aSession({
      provider,
      personRef,
      id: `session-${number}-${index}`,
      startsAt: `${dateOf(day)}T${chance.of(['09:30', '13:00', '16:15', '18:00'])}:00Z`,
      kind,
      attendance:
        index === 0
          ? 'attended'
          : chance.of([
              'attended',
              'attended',
              'attended',
              'did-not-attend',
              'cancelled-by-client',
              'cancelled-by-service',
            ] as const),
      workers: [`W${1 + chance.upTo(8)}`],
      ...(kind === 'group' ? { topics: [chance.of(TOPICS)], groupRef: `G${day}` } : {}),
      ...(kind === 'family-group' || kind === 'joint-group'
        ? {
            attendance: 'attended' as const,
            family: [{ ref: `F${1 + chance.upTo(60)}`, relationship: 'parent' as const }],
          }
        : {}),
    });
  });
}

function testsOf(
  chance: Chance,
  { provider, personRef }: Who,
  number: number,
  { start, last }: Stay,
  density: number,
) {
  const count = Math.round(((last - start) / 14) * density);
  return Array.from({ length: count }, (_, index) => {
    const status = chance.of([
      'provided',
      'provided',
      'provided',
      'provided',
      'provided',
      'provided',
      'missed',
      'excused',
      'invalid',
      'refused',
    ] as const);
    const result = chance.in(0.05) ? 'positive' : chance.in(0.03) ? 'inconclusive' : 'negative';
    return aTest({
      provider,
      personRef,
      id: `test-${number}-${index}`,
      on: dateOf(start + chance.upTo(last - start + 1)),
      matrix: chance.of(['urine', 'urine', 'oral-fluid', 'hair'] as const),
      status,
      ...(status === 'provided' ? { results: [{ substance: 'opiates', result }] } : {}),
    });
  });
}

function lapsesOf(chance: Chance, { provider, personRef }: Who, number: number, { start, last }: Stay) {
  if (!chance.in(0.35) || last - start < 20) return [];
  const opened = start + 10 + chance.upTo(last - start - 15);
  const closing = opened + 3 + chance.upTo(40);
  const outcome =
    closing > LAST ? 'open' : chance.of(['open', 'recovered', 'recovered', 'relapsed', 'exited'] as const);
  return [
    aLapse({
      provider,
      personRef,
      id: `lapse-${number}`,
      openedOn: dateOf(opened),
      outcome,
      ...(outcome === 'recovered' ? { returnedOn: dateOf(closing) } : {}),
      ...(outcome === 'relapsed' || outcome === 'exited' ? { closedOn: dateOf(closing) } : {}),
      ...(outcome === 'relapsed' && chance.in(0.6) ? { referredTo: 'detox-unit' } : {}),
    }),
  ];
}

function reviewsOf(chance: Chance, { provider, personRef }: Who, number: number, { start, last }: Stay) {
  const review = (stage: 'start' | 'review' | 'exit', day: number) =>
    aReview({
      provider,
      personRef,
      id: `review-${number}-${stage}`,
      stage,
      reviewedOn: dateOf(day),
      daysUsed: {
        opiates: chance.upTo(29),
        alcohol: chance.upTo(29),
        crack: chance.in(0.5) ? 0 : chance.upTo(20),
      },
      injectedDays: chance.in(0.8) ? 0 : chance.upTo(10),
      psychologicalHealth: chance.upTo(21),
      physicalHealth: chance.upTo(21),
      qualityOfLife: chance.upTo(21),
      housingProblem: chance.in(0.3),
      paidWorkDays: chance.upTo(10),
      goalProgress: chance.of(['none', 'some', 'met'] as const),
      ...(stage === 'exit'
        ? { recoverySupport: chance.of(['none', 'peer-support', 'mutual-aid'] as const) }
        : {}),
      ...(chance.in(0.7)
        ? { children: chance.of(['living-with', 'looked-after', 'protection-register'] as const) }
        : {}),
    });
  return [
    ...(chance.in(0.85) ? [review('start', start + chance.upTo(20))] : []),
    ...(chance.in(0.6) && last - start > 35
      ? [review('review', start + 30 + chance.upTo(last - start - 30))]
      : []),
    ...(chance.in(0.4) ? [review('exit', last)] : []),
  ];
}

/** Aftercare, and the pathway of volunteers. */
function afterwards(chance: Chance, who: Who, number: number, last: number): StoredRecord[] {
  if (!chance.in(0.45) || last > LAST - 15) return [];
  const begun = last + 1 + chance.upTo(30);
  if (begun > LAST) return [];
  const { provider, personRef } = who;
  const step = (name: RecordData['milestone']['step'], day: number) =>
    day > LAST
      ? []
      : [
          aMilestone({
            provider,
            personRef,
            id: `milestone-${number}-${name}`,
            step: name,
            reachedOn: dateOf(day),
            evidence: chance.in(0.8) ? 'verified' : 'self-reported',
          }),
        ];
  return [
    aPlacement({
      ...who,
      id: `aftercare-${number}`,
      service: 'aftercare',
      referredOn: dateOf(last),
      startsOn: dateOf(begun),
    }),
    ...step('transition-started', begun + 2),
    ...(chance.in(0.7) ? step('voluntary-placement-started', begun + 20 + chance.upTo(40)) : []),
    ...(chance.in(0.5) ? step('employment-started', begun + 90 + chance.upTo(120)) : []),
  ];
}
