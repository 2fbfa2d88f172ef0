import { expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aFamilySession, aPerson, aPlacement, aSession } from '../../support/records.ts';

const delivered = (...people: PersonRecords[]) => computeMeasure('delivery', { people });
const person = (personRef: string, ...sessions: StoredRecord[]) =>
  aPerson(aPlacement({ personRef }), ...sessions);

function count({ headline, beside }: ComputedMeasure, name?: string): number {
  const figure = name === undefined ? headline : beside[name];
  if (figure?.kind !== 'count') throw new Error(`no count ${name}`);
  return figure.count;
}

const KINDS = [
  'group',
  'one-to-one',
  'counselling',
  'telephone',
  'women-only-group',
  'offending-behaviour-group',
  'social-literacy',
  'peer-support',
  'activity',
  'joint-group',
  'family-group',
  'family-one-to-one',
  'family-workshop',
  'carer-group',
] as const;
const TO_ONE = ['one-to-one', 'counselling', 'telephone', 'family-one-to-one'];

test('every kind is there with nobody, and kinds for one have no groups', () => {
  const { headline, beside, sums } = delivered();
  expect(headline).toMatchObject({ kind: 'count', count: 0 });
  expect(Object.keys(beside)).toEqual(
    KINDS.flatMap((kind) => [
      `attendances-${kind}`,
      `people-${kind}`,
      ...(TO_ONE.includes(kind) ? [] : [`groups-${kind}`]),
    ]),
  );
  expect(Object.values(beside).map((figure) => figure.kind === 'count' && figure.count)).toEqual(
    Array.from({ length: 38 }, () => 0),
  );
  expect(sums['headline']).toEqual(KINDS.map((kind) => `attendances-${kind}`));
});

test.each(KINDS)('%s is counted under its kind', (kind) => {
  const measure = delivered(person('P1', aSession({ on: '2026-10-07', kind })));
  expect(count(measure)).toBe(1);
  const others = KINDS.filter((other) => other !== kind);
  expect(count(measure, `attendances-${kind}`)).toBe(1);
  expect(others.map((other) => count(measure, `attendances-${other}`))).toEqual(others.map(() => 0));
});

test('one group with two people is two attendances of two people and one group', () => {
  const session = (personRef: string, on = '2026-10-07') => aSession({ personRef, on, groupRef: `G-${on}` });
  const measure = delivered(
    person('P1', session('P1'), session('P1', '2026-10-14')),
    person('P2', session('P2')),
  );
  expect(count(measure)).toBe(3);
  expect(count(measure, 'attendances-group')).toBe(3);
  expect(count(measure, 'people-group')).toBe(2);
  expect(count(measure, 'groups-group')).toBe(2);
  expect(measure.beside['groups-group']).toMatchObject({ people: 2 });
});

test('sessions without a group reference are each a group; one reference at two providers is two', () => {
  const without = (personRef: string) => person(personRef, aSession({ personRef, on: '2026-10-07' }));
  expect(count(delivered(without('P1'), without('P2')), 'groups-group')).toBe(2);
  const at = (provider: string) =>
    aPerson(
      aPlacement({ provider }),
      aSession({ provider, on: '2026-10-07', kind: 'women-only-group', groupRef: 'G1' }),
    );
  expect(count(delivered(at('janus'), at('elsewhere')), 'groups-women-only-group')).toBe(2);
});

test('only what was attended counts', () => {
  const unattended = (
    ['did-not-attend', 'cancelled-by-client', 'cancelled-by-service', 'family-only'] as const
  ).map((attendance, hour) =>
    aSession({ startsAt: `2026-10-07T1${hour}:00:00Z`, attendance, kind: 'family-group' }),
  );
  expect(count(delivered(person('P1', ...unattended)))).toBe(0);
});

test('what family attend by themselves is not here', () => {
  const measure = computeMeasure('delivery', {
    people: [],
    unattached: [aFamilySession({ on: '2026-10-07' })],
  });
  expect(count(measure)).toBe(0);
});

test('only the month’s own days count, in London', () => {
  const at = (startsAt: string) => count(delivered(person('P1', aSession({ startsAt }))));
  expect(at('2026-09-30T22:59:59Z')).toBe(0);
  expect(at('2026-09-30T23:00:00Z')).toBe(1);
  expect(at('2026-10-31T23:59:59Z')).toBe(1);
  expect(at('2026-11-01T00:00:00Z')).toBe(0);
});

test('a session after the end of the placement is still delivered, and in its splits', () => {
  const left = aPlacement({ endedOn: '2026-03-02', endReason: 'left', goal: 'reduction' });
  const { headline, splits } = delivered(aPerson(left, aSession({ on: '2026-10-07', kind: 'telephone' })));
  expect(headline).toMatchObject({ count: 1 });
  expect(splits['goal']).toMatchObject({ reduction: { count: 1 } });
});
