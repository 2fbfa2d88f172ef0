import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aFamilySession, aPerson, aPlacement, aSession } from '../../support/records.ts';

function engagement(people: PersonRecords[], unattached: StoredRecord[] = []): ComputedMeasure {
  return computeMeasure('family-engagement', { people, unattached });
}

function reach({ headline }: ComputedMeasure): string {
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

function count({ beside }: ComputedMeasure, name: string): number {
  const figure = beside[name];
  if (figure?.kind !== 'count') throw new Error(`no count ${name}`);
  return figure.count;
}

const mother = { ref: 'F1', relationship: 'parent' } as const;
const father = { ref: 'F2', relationship: 'parent' } as const;

const withFamily = (personRef: string, on: string, ...family: (typeof mother | typeof father)[]) =>
  aSession({ personRef, on, kind: 'family-group', family });

describe('who is in treatment in the month', () => {
  const treated = (...records: StoredRecord[]) => reach(engagement([aPerson(...records)]));
  const started = aSession({ on: '2026-01-05' });

  test.each([
    ['somebody whose journey is open', [aPlacement(), started], '0 of 1'],
    [
      'somebody whose journey ended on its first day',
      [aPlacement({ endedOn: '2026-10-01', endReason: 'left' }), started],
      '0 of 1',
    ],
    [
      'nobody whose journey ended the day before',
      [aPlacement({ endedOn: '2026-09-30', endReason: 'left' }), started],
      '0 of 0',
    ],
    ['nobody who has not started', [aPlacement()], '0 of 0'],
    ['somebody who started on its last day', [aPlacement(), aSession({ on: '2026-10-31' })], '0 of 1'],
    ['somebody in aftercare, without a session', [aPlacement({ service: 'aftercare' })], '0 of 1'],
    [
      'nobody whose aftercare has ended',
      [aPlacement({ service: 'aftercare', endedOn: '2026-09-30', endReason: 'completed' })],
      '0 of 0',
    ],
  ])('%s', (_, records, expected) => {
    expect(treated(...records)).toBe(expected);
  });

  test('a person with a journey and aftercare counts once', () => {
    const both = [
      aPlacement({ endedOn: '2026-10-05', endReason: 'completed' }),
      aPlacement({ service: 'aftercare', startsOn: '2026-10-06' }),
    ];
    expect(treated(...both, started)).toBe('0 of 1');
  });
});

describe('who has not started yet is left out, and told of; who has left is neither', () => {
  const waiting = aPlacement({ referredOn: '2026-09-07', startsOn: '2026-09-14' });
  const ended = (endedOn: string) => aPlacement({ endedOn, endReason: 'left' });
  const started = aSession({ on: '2026-01-05' });
  const earlier = aPlacement({ id: 'before', endedOn: '2026-03-31', endReason: 'left' });

  test.each([
    ['a placement without a session', [waiting], 1],
    ['one that ended on the first day', [ended('2026-10-01')], 1],
    ['one that ended the day before', [ended('2026-09-30')], 0],
    ['an open one after one that ended, both without a session', [earlier, waiting], 1],
    ['an open one after one with a session', [earlier, started, waiting], 0],
    [
      'an open one after aftercare',
      [
        aPlacement({ id: 'after', service: 'aftercare', endedOn: '2026-03-31', endReason: 'completed' }),
        waiting,
      ],
      0,
    ],
  ])('%s', (_, records, expected) => {
    const { headline } = engagement([aPerson(...records)]);
    expect(headline).toMatchObject({
      denominator: { count: 0 },
      excluded: { 'not-started': { count: expected } },
    });
  });
});

describe('who is reached', () => {
  const person = (personRef: string, ...records: StoredRecord[]) =>
    aPerson(aPlacement({ personRef }), aSession({ personRef }), ...records);

  test('a person whose relative attended in the month, with them or without', () => {
    expect(reach(engagement([person('P1', withFamily('P1', '2026-10-07', mother))]))).toBe('1 of 1');
    const without = aSession({
      on: '2026-10-07',
      kind: 'family-group',
      attendance: 'family-only',
      family: [mother],
    });
    expect(reach(engagement([person('P1', without)]))).toBe('1 of 1');
  });

  test('not by a session before or after the month, in London time', () => {
    const at = (startsAt: string) =>
      reach(engagement([person('P1', aSession({ startsAt, kind: 'family-group', family: [mother] }))]));
    expect(at('2026-09-30T22:59:00Z')).toBe('0 of 1');
    expect(at('2026-09-30T23:00:00Z')).toBe('1 of 1');
    expect(at('2026-11-01T00:00:00Z')).toBe('0 of 1');
  });

  test('by a relative linked before who came to a carers’ group in the month', () => {
    const linked = person('P1', withFamily('P1', '2026-03-02', mother));
    const carers = aFamilySession({ on: '2026-10-07', family: [mother] });
    expect(reach(engagement([linked], [carers]))).toBe('1 of 1');
    expect(reach(engagement([linked], [aFamilySession({ on: '2026-10-07', family: [father] })]))).toBe(
      '0 of 1',
    );
  });

  test('not by another provider’s family member of the same reference', () => {
    const linked = person('P1', withFamily('P1', '2026-03-02', mother));
    const elsewhere = aFamilySession({ provider: 'elsewhere', on: '2026-10-07', family: [mother] });
    expect(reach(engagement([linked], [elsewhere]))).toBe('0 of 1');
  });

  test('one relative of two people counts once as a person and once for each in reach', () => {
    const measure = engagement([
      person('P1', withFamily('P1', '2026-10-07', mother)),
      person('P2', withFamily('P2', '2026-03-02', mother)),
    ]);
    expect(reach(measure)).toBe('2 of 2');
    expect(count(measure, 'family-supported')).toBe(1);
  });
});

describe('beside it', () => {
  test('family members supported include kinship carers without a service user here', () => {
    const measure = engagement([], [aFamilySession({ on: '2026-10-07', family: [mother, father] })]);
    expect(count(measure, 'family-supported')).toBe(2);
    expect(count(measure, 'attendances-carer-group')).toBe(2);
    expect(count(measure, 'groups-carer-group')).toBe(1);
  });

  test('of two providers’ carers’ sessions each family member is that provider’s own', () => {
    const here = aFamilySession({ on: '2026-10-07', family: [mother] });
    const there = aFamilySession({ provider: 'elsewhere', on: '2026-10-08', family: [mother] });
    expect(count(engagement([], [here, there]), 'family-supported')).toBe(2);
    expect(count(engagement([], [here, there]), 'attendances-carer-group')).toBe(2);
  });

  test('a carers’ session of another commissioner is not ours', () => {
    const other = aFamilySession({ commissioner: 'southport', on: '2026-10-07' });
    expect(count(engagement([], [other]), 'family-supported')).toBe(0);
  });

  test('a relative with two service users in one group attended it once', () => {
    const joint = (personRef: string) =>
      aSession({ personRef, on: '2026-10-07', kind: 'joint-group', groupRef: 'G1', family: [mother] });
    const measure = engagement(
      ['P1', 'P2'].map((personRef) => aPerson(aPlacement({ personRef }), joint(personRef))),
    );
    expect(count(measure, 'attendances-joint-group')).toBe(1);
    expect(count(measure, 'groups-joint-group')).toBe(1);
  });

  test('two relatives with two service users in one group are two attendances of one group', () => {
    const joint = (personRef: string, relative: typeof mother | typeof father) =>
      aSession({ personRef, on: '2026-10-07', kind: 'joint-group', groupRef: 'G1', family: [relative] });
    const measure = engagement([
      aPerson(aPlacement({ personRef: 'P1' }), joint('P1', mother)),
      aPerson(aPlacement({ personRef: 'P2' }), joint('P2', father)),
    ]);
    expect(count(measure, 'attendances-joint-group')).toBe(2);
    expect(count(measure, 'groups-joint-group')).toBe(1);
  });

  test('a relative with two service users in one workshop had the topics of both records', () => {
    const workshop = (personRef: string, topic: 'tough-decisions' | 'impact-on-family') =>
      aSession({
        personRef,
        on: '2026-10-07',
        kind: 'family-workshop',
        topics: [topic],
        family: [mother],
      });
    const measure = engagement([
      aPerson(aPlacement({ personRef: 'P1' }), workshop('P1', 'tough-decisions')),
      aPerson(aPlacement({ personRef: 'P2' }), workshop('P2', 'impact-on-family')),
    ]);
    expect(count(measure, 'topic-tough-decisions')).toBe(1);
    expect(count(measure, 'topic-impact-on-family')).toBe(1);
    expect(count(measure, 'attendances-family-workshop')).toBe(1);
  });

  test('two sessions at one instant are two attendances', () => {
    const at = (personRef: string, kind: 'joint-group' | 'family-group', groupRef: string) =>
      aPerson(
        aPlacement({ personRef }),
        aSession({ personRef, on: '2026-10-07', kind, groupRef, family: [mother] }),
      );
    const kinds = engagement([at('P1', 'joint-group', 'G1'), at('P2', 'family-group', 'G2')]);
    expect(count(kinds, 'attendances-joint-group')).toBe(1);
    expect(count(kinds, 'attendances-family-group')).toBe(1);
    const groups = engagement([at('P1', 'joint-group', 'G1'), at('P2', 'joint-group', 'G2')]);
    expect(count(groups, 'attendances-joint-group')).toBe(2);
    expect(count(groups, 'family-supported')).toBe(1);
  });

  test('family members in a session that is not for family are among the others', () => {
    const one = aSession({ on: '2026-10-07', kind: 'one-to-one', family: [mother] });
    expect(count(engagement([aPerson(aPlacement(), one)]), 'attendances-other')).toBe(1);
  });

  test('the workshop topics count family members, each once', () => {
    const workshop = (on: string) =>
      aFamilySession({ on, kind: 'family-workshop', topics: ['tough-decisions'], family: [mother] });
    const measure = engagement([], [workshop('2026-10-07'), workshop('2026-10-14')]);
    expect(count(measure, 'topic-tough-decisions')).toBe(1);
    expect(count(measure, 'topic-impact-on-family')).toBe(0);
    expect(count(measure, 'attendances-family-workshop')).toBe(2);
  });

  test('families supported where the person has left', () => {
    const gone = [
      aPlacement({ endedOn: '2026-06-30', endReason: 'left' }),
      aSession({ on: '2026-01-05' }),
      withFamily('P1', '2026-03-02', mother),
    ];
    const carers = aFamilySession({ on: '2026-10-07', family: [mother] });
    expect(count(engagement([aPerson(...gone)], [carers]), 'supported-after-leaving')).toBe(1);
    const still = aPerson(
      aPlacement({ personRef: 'P2' }),
      aSession({ personRef: 'P2' }),
      withFamily('P2', '2026-03-02', mother),
    );
    expect(count(engagement([aPerson(...gone), still], [carers]), 'supported-after-leaving')).toBe(0);
  });

  test('not where the person is still waiting to start', () => {
    const waiting = aPerson(
      aPlacement({ referredOn: '2026-10-01', startsOn: '2026-11-02' }),
      aSession({
        on: '2026-10-07',
        commissioner: 'northshire',
        kind: 'family-group',
        attendance: 'family-only',
        family: [mother],
      }),
    );
    const measure = engagement([waiting]);
    expect(count(measure, 'family-supported')).toBe(1);
    expect(count(measure, 'supported-after-leaving')).toBe(0);
    expect(measure.headline).toMatchObject({ excluded: { 'not-started': { count: 1, people: 1 } } });
  });

  describe('sustained engagement: three sessions within 56 days of the first', () => {
    const sustained = (...dates: string[]) => {
      const sessions = dates.map((on) => aFamilySession({ on, family: [mother] }));
      const figure = engagement([], sessions).beside['sustained-engagement'];
      if (figure?.kind !== 'proportion') throw new Error('no proportion');
      return `${figure.numerator.count} of ${figure.denominator.count}`;
    };

    test('the third on day 56 is in time, on day 57 it is not', () => {
      expect(sustained('2026-03-02', '2026-03-09', '2026-04-27')).toBe('1 of 1');
      expect(sustained('2026-03-02', '2026-03-09', '2026-04-28')).toBe('0 of 1');
    });

    test('first sessions count when 56 days old, for a year', () => {
      expect(sustained('2026-09-05')).toBe('0 of 1');
      expect(sustained('2026-09-06')).toBe('0 of 0');
      expect(sustained('2025-09-06')).toBe('0 of 1');
      expect(sustained('2025-09-05')).toBe('0 of 0');
    });
  });
});

test('splits are by the latest placement open in the month', () => {
  const { splits } = engagement([
    aPerson(
      aPlacement({ endedOn: '2026-10-05', endReason: 'completed' }),
      aPlacement({ service: 'aftercare', startsOn: '2026-10-06' }),
      aSession({ on: '2026-01-05' }),
    ),
  ]);
  expect(Object.keys(splits['service'] ?? {})).toEqual(['aftercare']);
});
