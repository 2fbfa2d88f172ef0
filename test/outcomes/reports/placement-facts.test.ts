import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { placementFacts } from '../../../shared/outcomes/reports/placement-facts.ts';
import { outcomeOf } from '../../../shared/outcomes/reports/test-facts.ts';
import {
  aFamilySession,
  aLapse,
  aPerson,
  aPlacement,
  aReview,
  aSession,
  aTest,
} from '../../support/records.ts';

const placement = aPlacement({ id: 'P', startsOn: '2026-01-05' });

/** The facts of the placement `P` on 27 March 2026. */
const factsOf = (...records: StoredRecord[]) =>
  placementFacts(aPerson(placement, ...records), 'P', '2026-03-27')!;

describe('attendance', () => {
  test('is of sessions that were due; one that the service cancelled was not, one of family alone is not theirs', () => {
    const { attendance } = factsOf(
      aSession({ on: '2026-01-05' }),
      aSession({ on: '2026-01-12', attendance: 'did-not-attend' }),
      aSession({ on: '2026-02-02', attendance: 'cancelled-by-client', kind: 'one-to-one' }),
      aSession({ on: '2026-02-03', attendance: 'cancelled-by-service' }),
      aSession({ on: '2026-02-04', attendance: 'family-only', kind: 'carer-group' }),
    );
    const none = { attended: 0, didNotAttend: 0, cancelledByClient: 0, cancelledByService: 0 };
    expect(attendance).toEqual({
      all: { attended: 1, didNotAttend: 1, cancelledByClient: 1, cancelledByService: 1 },
      byMonth: [
        { ...none, month: '2026-01', attended: 1, didNotAttend: 1 },
        { ...none, month: '2026-02', cancelledByClient: 1, cancelledByService: 1 },
      ],
      byKind: [
        { ...none, kind: 'group', attended: 1, didNotAttend: 1, cancelledByService: 1 },
        { ...none, kind: 'one-to-one', cancelledByClient: 1 },
      ],
    });
  });

  test('tells of one kind for family, which says nothing of who comes', () => {
    const kinds = [
      'family-group',
      'family-one-to-one',
      'carer-group',
      'joint-group',
      'family-workshop',
    ] as const;
    const { attendance } = factsOf(...kinds.map((kind) => aSession({ kind })));
    expect(attendance.byKind).toMatchObject([{ kind: 'family', attended: 5 }]);
  });

  test('is by kind in the order of their names, whichever came first', () => {
    const { attendance } = factsOf(
      aSession({ on: '2026-01-06', kind: 'telephone' }),
      aSession({ on: '2026-01-07', kind: 'one-to-one' }),
      aSession({ on: '2026-01-08', kind: 'family-workshop' }),
      aSession({ on: '2026-01-09', kind: 'group' }),
    );
    expect(attendance.byKind.map(({ kind }) => kind)).toEqual(['family', 'group', 'one-to-one', 'telephone']);
  });

  test('is by London’s calendar', () => {
    const { attendance } = factsOf(aSession({ startsAt: '2026-03-31T23:30:00+01:00' }));
    expect(attendance.byMonth).toEqual([]);
    const late = placementFacts(
      aPerson(placement, aSession({ startsAt: '2026-04-30T23:30:00Z' })),
      'P',
      '2026-05-01',
    )!;
    expect(late.attendance.byMonth.map(({ month }) => month)).toEqual(['2026-05']);
  });
});

describe('a test', () => {
  const given = (...results: ['negative' | 'positive' | 'inconclusive', true?][]) =>
    outcomeOf({
      status: 'provided',
      results: results.map(([result, explained]) => ({
        substance: 'opiates',
        result,
        ...(explained && { explained }),
      })),
    });

  test('is positive by one positive, and otherwise not clear by one that is not', () => {
    expect(given(['negative'], ['positive'], ['inconclusive'])).toBe('positive');
    expect(given(['negative'], ['inconclusive'])).toBe('inconclusive');
    expect(given(['negative'], ['negative'])).toBe('negative');
  });

  test('is negative where a prescription explains what was found', () => {
    expect(given(['positive', true], ['negative'])).toBe('negative');
    expect(given(['positive', true], ['positive'])).toBe('positive');
  });

  test('that was not given is what became of it', () => {
    const { tests } = factsOf(
      aTest({ on: '2026-02-02', status: 'refused' }),
      aTest({ on: '2026-01-12', status: 'excused', matrix: 'hair', reason: 'random' }),
    );
    expect(tests).toEqual([
      { on: '2026-01-12', matrix: 'hair', reason: 'random', outcome: 'excused', results: [] },
      { on: '2026-02-02', matrix: 'urine', reason: 'scheduled', outcome: 'refused', results: [] },
    ]);
  });
});

describe('what was done in a lapse', () => {
  const done = [
    ...['2026-02-02', '2026-02-03', '2026-02-06', '2026-02-07'].map((on) =>
      aSession({ on, kind: 'one-to-one' }),
    ),
    aSession({ on: '2026-02-05', kind: 'one-to-one', attendance: 'did-not-attend' }),
    aSession({ on: '2026-02-04', kind: 'telephone' }),
    aTest({ on: '2026-02-02' }),
    aTest({ on: '2026-02-04' }),
    aTest({ on: '2026-02-06', status: 'missed' }),
  ];

  test('is from the day after it opened to the day of the return', () => {
    const lapse = aLapse({ openedOn: '2026-02-02', outcome: 'recovered', returnedOn: '2026-02-06' });
    expect(factsOf(lapse, ...done).lapses).toEqual([
      {
        ...{ openedOn: '2026-02-02', source: 'self-report', substance: 'opiates', outcome: 'recovered' },
        ...{ endedOn: '2026-02-06', days: 4 },
        done: { oneToOnes: 2, telephone: 1, testsGiven: 1, testsNegative: 1, testsNotGiven: 1 },
      },
    ]);
  });

  test('is to the day of the report while it is open, and to the end of the placement', () => {
    expect(factsOf(aLapse(), ...done).lapses).toMatchObject([
      { outcome: 'open', days: 53, done: { oneToOnes: 3 } },
    ]);
    const ended = aPlacement({ id: 'P', endedOn: '2026-02-06', endReason: 'left' });
    const facts = placementFacts(aPerson(ended, aLapse(), ...done), 'P', '2026-03-27')!;
    expect(facts.lapses).toMatchObject([{ days: 4, done: { oneToOnes: 2 } }]);
  });

  test('is of an open lapse without an end, and names a referral only where there is one', () => {
    const [open] = factsOf(aLapse()).lapses;
    expect(Object.keys(open ?? {})).toEqual(['openedOn', 'source', 'substance', 'outcome', 'days', 'done']);
    const referred = aLapse({ outcome: 'relapsed', closedOn: '2026-02-09', referredTo: 'detox-unit' });
    expect(factsOf(referred).lapses).toMatchObject([{ endedOn: '2026-02-09', referredTo: 'detox-unit' }]);
  });

  test('is on the day itself of a lapse of one day', () => {
    const lapse = aLapse({ openedOn: '2026-02-02', outcome: 'exited', closedOn: '2026-02-02' });
    expect(factsOf(lapse, ...done).lapses).toMatchObject([
      { days: 0, done: { oneToOnes: 1, testsGiven: 1 } },
    ]);
  });
});

test('the family’s part is numbers of sessions, and nothing of who they are', () => {
  const family = [{ ref: 'F-zulu-2', relationship: 'sibling' as const }];
  const facts = factsOf(
    aSession({ on: '2026-01-06', kind: 'family-workshop', family, topics: ['tough-decisions'] }),
    aSession({ on: '2026-01-07', kind: 'carer-group', attendance: 'family-only', family }),
    aSession({ on: '2026-01-08', family, childrenPresent: 2, topics: ['cravings'] }),
    aSession({ on: '2026-01-09', kind: 'joint-group', attendance: 'did-not-attend' }),
    aSession({ on: '2026-01-10' }),
    aFamilySession({ on: '2026-01-11' }),
  );
  expect(facts.family).toEqual({
    ...{ sessions: 3, withoutPerson: 1, withChildren: 1 },
    ...{ firstOn: '2026-01-06', lastOn: '2026-01-08', topics: ['tough-decisions'] },
  });
  expect(JSON.stringify(facts)).not.toMatch(/zulu|sibling|carer|W1/);
});

test('topics are counted by sessions attended; those of the service are told even when none was', () => {
  const { topics } = factsOf(
    aSession({ on: '2026-01-05', topics: ['cravings', 'career-path'] }),
    aSession({ on: '2026-01-12', topics: ['cravings'] }),
    aSession({ on: '2026-01-19', topics: ['cravings', 'drug-dna'], attendance: 'did-not-attend' }),
  );
  expect(topics).toEqual([
    { topic: 'cravings', sessions: 2, lastOn: '2026-01-12' },
    { topic: 'drug-dna', sessions: 0 },
    { topic: 'lapse-and-relapse', sessions: 0 },
    { topic: 'grief-process', sessions: 0 },
    { topic: 'justifications-and-reasons', sessions: 0 },
    { topic: 'career-path', sessions: 1, lastOn: '2026-01-05' },
  ]);
});

test('of a review neither injecting, sharing nor the children’s status is told', () => {
  const { reviews } = factsOf(
    aReview({
      injectedDays: 9,
      sharing: true,
      children: 'looked-after',
      qualityOfLife: 7,
      decision: 'extend',
    }),
  );
  expect(reviews.map((review) => JSON.parse(JSON.stringify(review)) as object)).toEqual([
    {
      ...{ reviewedOn: '2026-01-06', stage: 'start', daysUsed: { opiates: 8 } },
      ...{ qualityOfLife: 7, decision: 'extend' },
    },
  ]);
});

describe('only this placement is told of', () => {
  const other = aPlacement({ id: 'P-other', startsOn: '2026-02-09', service: 'aftercare' });

  test('by what each record belongs to', () => {
    const facts = factsOf(
      other,
      aSession({ on: '2026-02-10' }),
      aSession({ on: '2026-02-11', placement: 'P-other' }),
      aSession({ on: '2025-12-01' }),
    );
    expect(facts.attendance.all.attended).toBe(1);
  });

  test('by none of the tests, lapses and reviews of another', () => {
    const earlier = aPlacement({
      ...{ id: 'P-earlier', commissioner: 'eastshire', startsOn: '2025-02-03' },
      ...{ endedOn: '2025-06-30', endReason: 'left' },
    });
    const { tests, lapses, reviews } = factsOf(
      earlier,
      aTest({ on: '2025-03-03' }),
      aTest({ on: '2026-02-03' }),
      aLapse({ openedOn: '2025-03-10', outcome: 'recovered', returnedOn: '2025-03-20' }),
      aLapse({ openedOn: '2026-02-10' }),
      aReview({ stage: 'review', reviewedOn: '2025-03-24' }),
      aReview({ stage: 'review', reviewedOn: '2026-02-16' }),
    );
    expect(tests.map(({ on }) => on)).toEqual(['2026-02-03']);
    expect(lapses.map(({ openedOn }) => openedOn)).toEqual(['2026-02-10']);
    expect(reviews.map(({ reviewedOn }) => reviewedOn)).toEqual(['2026-02-16']);
  });

  test('of which the service, the goal, its dates and its suspensions are told, and nothing of who pays', () => {
    const whole = {
      ...{ service: 'day-programme', goal: 'abstinence' },
      ...{ referredOn: '2026-01-05', startsOn: '2026-01-05', plannedEndOn: '2027-12-31', suspensions: [] },
    };
    expect(factsOf().placement).toEqual(whole);
    expect(Object.keys(factsOf().placement)).toEqual(Object.keys(whole));
    const ended = aPlacement({
      ...{ id: 'P', endedOn: '2026-03-20', endReason: 'transferred' },
      suspensions: [{ from: '2026-02-02', to: '2026-02-08' }],
    });
    expect(placementFacts(aPerson(ended), 'P', '2026-03-27')?.placement).toEqual({
      ...whole,
      ...{ endedOn: '2026-03-20', endReason: 'transferred' },
      suspensions: [{ from: '2026-02-02', to: '2026-02-08' }],
    });
  });

  test('as it is known at the end of the day of the report', () => {
    const ends = aPlacement({ id: 'P', endedOn: '2026-03-28', endReason: 'completed' });
    const facts = placementFacts(
      aPerson(ends, aSession({ on: '2026-03-28' }), aSession({ on: '2026-03-27' })),
      'P',
      '2026-03-27',
    )!;
    expect(facts.placement).not.toHaveProperty('endedOn');
    expect(facts.attendance.all.attended).toBe(1);
  });

  test('and nothing where there is no such placement by then', () => {
    expect(placementFacts(aPerson(placement), 'P-x', '2026-03-27')).toBeUndefined();
    expect(placementFacts(aPerson(placement), 'P', '2026-01-04')).toBeUndefined();
  });
});
