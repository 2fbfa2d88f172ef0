import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { outcomeComputation, readPlacementsEndedFrom } from '../../shared/outcomes/compute.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';
import type { Target } from '../../shared/outcomes/target.ts';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { compute, documentOf } from '../support/compute.ts';
import {
  aFamilySession,
  aLapse,
  aMilestone,
  aPerson,
  aPlacement,
  aPositiveTest,
  aReview,
  aSession,
  aTest,
} from '../support/records.ts';

const NORTHSHIRE = { code: 'northshire', name: 'Northshire County Council', disclosure: 'lt5' } as const;

/** One person with a record of every kind, as at the end of October 2026. */
const base = [
  aPlacement({ startsOn: '2026-03-02' }),
  aSession({ on: '2026-03-02' }),
  aTest({ on: '2026-03-09' }),
  aLapse({ openedOn: '2026-10-20' }),
  aMilestone({ reachedOn: '2026-10-05' }),
  aReview({ reviewedOn: '2026-03-03' }),
];

const fingerprint = (...records: StoredRecord[]) => compute({ people: [aPerson(...records)] }).fingerprint;

describe('the fingerprint', () => {
  const before = fingerprint(...base);

  test('is a SHA-256', () => {
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['a session', aSession({ on: '2026-03-03' })],
    ['a test', aTest({ on: '2026-03-10' })],
    ['a lapse', aLapse({ openedOn: '2026-05-05' })],
    ['a milestone', aMilestone({ reachedOn: '2026-10-06', step: 'job-centre' })],
    ['a review', aReview({ stage: 'review', reviewedOn: '2026-06-01' })],
    ['a placement that waits', aPlacement({ startsOn: '2026-11-09', referredOn: '2026-10-30' })],
  ])('changes with %s received since', (_, record) => {
    expect(fingerprint(...base, record)).not.toBe(before);
  });

  test.each([
    ['a session', aSession({ on: '2026-11-01' })],
    ['a test', aTest({ on: '2026-11-01' })],
    ['a lapse', aLapse({ openedOn: '2026-11-01' })],
    ['a milestone', aMilestone({ reachedOn: '2026-11-01', step: 'job-centre' })],
    ['a review', aReview({ stage: 'review', reviewedOn: '2026-11-01' })],
    ['a referral', aPlacement({ startsOn: '2026-11-09', referredOn: '2026-11-01' })],
    ['another commissioner’s session', aSession({ on: '2026-03-03', commissioner: 'southport' })],
  ])('does not change with %s after the month’s last day or of somebody else', (_, record) => {
    expect(fingerprint(...base, record)).toBe(before);
  });

  test.each([
    ['an end', 0, aPlacement({ startsOn: '2026-03-02', endedOn: '2026-11-01', endReason: 'left' })],
    ['a return', 3, aLapse({ openedOn: '2026-10-20', outcome: 'recovered', returnedOn: '2026-11-01' })],
    ['no suspension', 0, aPlacement({ startsOn: '2026-03-02', suspensions: [] })],
    [
      'a suspension',
      0,
      aPlacement({ startsOn: '2026-03-02', suspensions: [{ from: '2026-11-02', to: '2026-11-08' }] }),
    ],
  ])('does not change when a record is amended by %s after the month’s last day', (_, at, amended) => {
    expect(fingerprint(...base.with(at, amended))).toBe(before);
    expect(amended.hash).not.toBe(base[at]?.hash);
  });

  test.each([
    ['an end', 0, aPlacement({ startsOn: '2026-03-02', endedOn: '2026-10-31', endReason: 'left' })],
    ['a return', 3, aLapse({ openedOn: '2026-10-20', outcome: 'recovered', returnedOn: '2026-10-31' })],
    ['another result', 2, aPositiveTest({ on: '2026-03-09' })],
  ])('changes when a record is amended by %s in time', (_, at, amended) => {
    expect(fingerprint(...base.with(at, amended))).not.toBe(before);
  });

  test.each(['northshire', 'southport'])(
    'does not change when a placement of %s that waits is to start on another day',
    (commissioner) => {
      const waits = (startsOn: string) =>
        fingerprint(...base, aPlacement({ id: 'waits', commissioner, referredOn: '2026-10-20', startsOn }));
      expect(waits('2026-11-20')).toBe(waits('2026-11-15'));
      expect(waits('2026-10-31')).not.toBe(waits('2026-11-15'));
    },
  );

  test('changes with what the plan is', () => {
    const planned = aPlacement({ startsOn: '2026-03-02', plannedEndOn: '2027-06-30' });
    expect(fingerprint(...base.with(0, planned))).not.toBe(before);
  });

  test('changes with the configuration that the figures depend on', () => {
    const people = [aPerson(...base)];
    const target = {
      measure: 'family-engagement',
      value: 0.4,
      direction: 'at-least',
      source: 'contract',
    } as const;
    const targets = (validFrom: string): Target[] => [{ ...target, validFrom }];
    const withSettings = (settings: Parameters<typeof compute>[0]) => compute(settings).fingerprint;
    const others = [
      withSettings({ people, commissioner: { ...NORTHSHIRE, name: 'Northshire' } }),
      withSettings({ people, commissioner: { ...NORTHSHIRE, disclosure: 'hes7round5' } }),
      withSettings({ people, targets: targets('2026-10-31') }),
      withSettings({ people, month: '2026-11' }),
      withSettings({ people, unattached: [aFamilySession({ on: '2026-10-07' })] }),
      withSettings({ people, providers: { janus: 'Janus Enterprise' } }),
    ];
    expect(new Set([before, ...others]).size).toBe(7);
    expect(withSettings({ people, providers: { elsewhere: 'Another Provider' } })).toBe(before);
    expect(withSettings({ people, targets: targets('2026-11-01') })).toBe(before);
    expect(withSettings({ people, unattached: [aFamilySession({ on: '2026-11-07' })] })).toBe(before);
  });

  test('does not change with people whose placements ended before anything that matters', () => {
    const from = readPlacementsEndedFrom('2026-10');
    const person = (endedOn: string) =>
      aPerson(aPlacement({ personRef: 'P2', startsOn: '2024-01-01', endedOn, endReason: 'left' }));
    const withOther = (endedOn: string) =>
      compute({ people: [aPerson(...base), person(endedOn)] }).fingerprint;
    expect(withOther('2024-03-01')).toBe(before);
    expect(withOther(from)).not.toBe(before);
  });
});

test('providers in the splits are named, others and those without a name are not', () => {
  const providers = { janus: 'Janus Enterprise', elsewhere: 'Another Provider' };
  expect(compute({ people: [aPerson(...base)], providers }).computed.providers).toEqual({
    janus: 'Janus Enterprise',
  });
  expect(compute({ people: [aPerson(...base)] }).computed.providers).toEqual({});
  const document = documentOf({ people: [aPerson(...base)], providers });
  expect(outcomeDocumentSchema.parse(document).providers).toEqual({ janus: 'Janus Enterprise' });
});

test('a document of before there were names still parses', () => {
  const { providers, ...older } = documentOf({ people: [aPerson(...base)] });
  expect(providers).toEqual({});
  expect(outcomeDocumentSchema.parse(older)).toEqual(older);
});

test('the records and people that went in are counted', () => {
  const elsewhere = aPerson(aPlacement({ personRef: 'P2', commissioner: 'southport' }));
  const later = aSession({ on: '2026-11-02' });
  const result = compute({
    people: [aPerson(...base, later), elsewhere],
    unattached: [aFamilySession({ on: '2026-10-07' })],
  });
  expect(result.records).toBe(7);
  expect(result.people).toBe(1);
});

test('a person who is added twice is a fault of the caller, not a second person', () => {
  const computation = outcomeComputation({ commissioner: NORTHSHIRE, month: '2026-10', targets: [] });
  computation.add(aPerson(...base));
  expect(() => {
    computation.add(aPerson(...base));
  }).toThrow('twice');
});

test('the same reference at two providers is two people', () => {
  const at = (provider: string) =>
    aPerson(aPlacement({ provider, startsOn: '2026-03-02' }), aSession({ provider, on: '2026-03-02' }));
  expect(compute({ people: [at('janus'), at('elsewhere')] }).people).toBe(2);
});

test('placements are read from as far back as a voluntary placement may matter', () => {
  // 31 October 2026 less 210 days, a year of starts and a year in which a milestone still belongs to a placement.
  expect(readPlacementsEndedFrom('2026-10')).toBe('2024-04-03');
});

describe('the target', () => {
  const target = (validFrom: string, value: number, validTo?: string): Target => ({
    measure: 'abstinence-retention',
    value,
    direction: 'at-least',
    source: 'contract 4.2',
    validFrom,
    validTo,
  });
  const valid = (...targets: Target[]) =>
    compute({ people: [], targets }).computed.targets['abstinence-retention']?.value;

  it('is the one valid on the month’s last day', () => {
    expect(valid(target('2026-04-01', 0.6, '2026-10-31'))).toBe(0.6);
    expect(valid(target('2026-04-01', 0.6, '2026-10-30'))).toBeUndefined();
    expect(valid(target('2026-11-01', 0.6))).toBeUndefined();
  });

  it('is the latest of several, in whatever order they come', () => {
    const [old, young] = [target('2026-04-01', 0.6), target('2026-10-01', 0.7)];
    expect([valid(old, young), valid(young, old)]).toEqual([0.7, 0.7]);
  });
});

/** Believable people, small numbers of everything, all drawn from a few days so that ties and overlaps are common. */
const date = fc.integer({ min: 0, max: 330 }).map((days) => {
  const day = new Date(Date.UTC(2026, 0, 1 + days));
  return day.toISOString().slice(0, 10);
});
const record = (personRef: string): fc.Arbitrary<StoredRecord> =>
  fc.oneof(
    fc
      .record({ startsOn: date, endsOn: fc.option(date), goal: fc.constantFrom('abstinence', 'reduction') })
      .map(({ startsOn, endsOn, goal }) =>
        aPlacement({
          personRef,
          startsOn,
          goal: goal === 'abstinence' ? 'abstinence' : 'reduction',
          ...(endsOn !== null && endsOn > startsOn ? { endedOn: endsOn, endReason: 'left' as const } : {}),
        }),
      ),
    date.map((on) => aSession({ personRef, on })),
    date.map((on) =>
      aSession({ personRef, on, kind: 'family-group', family: [{ ref: 'F1', relationship: 'parent' }] }),
    ),
    date.map((on) => aTest({ personRef, on })),
    date.map((on) => aPositiveTest({ personRef, on, id: `positive-${personRef}-${on}` })),
    date.map((openedOn) => aLapse({ personRef, openedOn })),
    date.map((reachedOn) => aMilestone({ personRef, reachedOn })),
  );

function distinct(records: StoredRecord[]): StoredRecord[] {
  return [...new Map(records.map((one) => [`${one.type}#${one.id}`, one])).values()];
}

const someone = (personRef: string): fc.Arbitrary<PersonRecords> =>
  fc
    .array(record(personRef), { minLength: 3, maxLength: 14 })
    .map((records) => ({ provider: 'janus', personRef, records: distinct(records) }));

test('the order in which people and records arrive does not matter', () => {
  const crowd = fc.tuple(...['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map(someone));
  const orders = fc.array(fc.nat(), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(crowd, orders, (people, order) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item, index) => ({ item, at: order[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const other = shuffled(people).map((person) => ({ ...person, records: shuffled(person.records) }));
      expect(JSON.stringify(compute({ people: other }))).toBe(JSON.stringify(compute({ people })));
    }),
    { numRuns: 60 },
  );
});
