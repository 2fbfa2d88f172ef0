import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../shared/outcomes/computed.ts';
import type { PersonRecords, StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure, documentOf } from '../../support/compute.ts';
import { aFamilySession, aPerson, aPlacement, aReflection, aSession } from '../../support/records.ts';

type Given = { people?: PersonRecords[]; unattached?: StoredRecord[]; reflections?: StoredRecord[] };

const DIMENSIONS = ['culture', 'stance', 'client-work', 'boundaries', 'mythology', 'self-reflection'];

const reflection = (given: Given): ComputedMeasure =>
  computeMeasure('practice-reflection', { people: [], ...given });

function share(given: Given): string {
  const { headline } = reflection(given);
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

const seenBy = (personRef: string, ...workers: string[]) =>
  aPerson(aPlacement({ personRef }), aSession({ personRef, on: '2026-10-07', workers }));
const by = (workerRef: string, reflectedOn = '2026-10-20') => aReflection({ workerRef, reflectedOn });

describe('which workers', () => {
  test('each once, however many people and sessions they gave', () => {
    const again = aSession({ personRef: 'P1', on: '2026-10-14', workers: ['W1'] });
    const first = seenBy('P1', 'W1', 'W2');
    const people = [{ ...first, records: [...first.records, again] }, seenBy('P2', 'W2', 'W1')];
    expect(share({ people, reflections: [by('W1')] })).toBe('1 of 2');
    expect(reflection({ people }).headline).toMatchObject({ denominator: { count: 2, people: 2 } });
  });

  test('one who gave a carers’ group, and each of two providers’ of one reference', () => {
    const people = [seenBy('P1', 'W1')];
    const carers = (provider: string, worker: string) =>
      aFamilySession({ provider, on: '2026-10-07', workers: [worker] });
    expect(share({ people, unattached: [carers('janus', 'W1')] })).toBe('0 of 1');
    expect(share({ people, unattached: [carers('janus', 'W2')] })).toBe('0 of 2');
    const given = { people, unattached: [carers('elsewhere', 'W1')] };
    expect(share({ ...given, reflections: [by('W1')] })).toBe('1 of 2');
  });

  test('sessions that somebody attended, family too, in the month alone', () => {
    const gave = (fields: object) =>
      share({ people: [aPerson(aPlacement(), aSession({ on: '2026-10-07', ...fields }))] });
    expect(gave({})).toBe('0 of 1');
    expect(gave({ attendance: 'family-only' })).toBe('0 of 1');
    expect(gave({ attendance: 'did-not-attend' })).toBe('0 of 0');
    expect(gave({ attendance: 'cancelled-by-service' })).toBe('0 of 0');
    expect(gave({ startsAt: '2026-09-30T22:59:59Z' })).toBe('0 of 0');
    expect(gave({ startsAt: '2026-09-30T23:00:00Z' })).toBe('0 of 1');
    expect(gave({ startsAt: '2026-10-31T23:59:59Z' })).toBe('0 of 1');
    expect(gave({ startsAt: '2026-11-01T00:00:00Z' })).toBe('0 of 0');
  });

  test('not one who only reflected, or saw another commissioner’s people', () => {
    const other = aPerson(
      aPlacement({ personRef: 'P2', commissioner: 'southport' }),
      aSession({ personRef: 'P2', on: '2026-10-07', workers: ['W2'] }),
    );
    const given = { people: [seenBy('P1', 'W1'), other], reflections: [by('W2'), by('W3')] };
    expect(share(given)).toBe('0 of 1');
    expect(reflection(given).beside['culture']).toMatchObject({ state: 'unavailable' });
  });
});

test('a reflection counts in its month', () => {
  const reflected = (on: string) => share({ people: [seenBy('P1', 'W1')], reflections: [by('W1', on)] });
  expect(reflected('2026-09-30')).toBe('0 of 1');
  expect(reflected('2026-10-01')).toBe('1 of 1');
  expect(reflected('2026-10-31')).toBe('1 of 1');
  expect(reflected('2026-11-01')).toBe('0 of 1');
});

test('the mean of each dimension is over reflections, of distinct workers', () => {
  const scores = { culture: 1, stance: 2, clientWork: 3, boundaries: 4, mythology: 5, selfReflection: 1 };
  const { beside } = reflection({
    people: [seenBy('P1', 'W1', 'W2')],
    reflections: [
      aReflection({ ...scores, workerRef: 'W1', reflectedOn: '2026-10-06' }),
      aReflection({ ...scores, culture: 2, workerRef: 'W2', reflectedOn: '2026-10-13' }),
      aReflection({ ...scores, culture: 4, workerRef: 'W1', reflectedOn: '2026-10-20' }),
    ],
  });
  expect(Object.keys(beside)).toEqual(DIMENSIONS);
  // (1 + 2 + 4) / 3
  expect(beside['culture']).toMatchObject({ kind: 'mean', unit: 'points', values: 3, people: 2 });
  expect(
    beside['culture']?.kind === 'mean' && beside['culture'].state === 'estimated' && beside['culture'].value,
  ).toBeCloseTo(7 / 3, 12);
  expect(DIMENSIONS.slice(1).map((name) => beside[name])).toMatchObject(
    [2, 3, 4, 5, 1].map((value) => ({ value })),
  );
});

test('nothing is split', () => {
  const { splits } = reflection({ people: [seenBy('P1', 'W1')], reflections: [by('W1')] });
  expect(Object.values(splits).flatMap((categories) => Object.keys(categories))).toEqual([]);
});

test('with nobody there is nothing to say', () => {
  expect(share({ reflections: [by('W1')] })).toBe('0 of 0');
});

describe('what is shown', () => {
  const workers = (count: number) => Array.from({ length: count }, (_, index) => `W${index + 1}`);
  const shown = (count: number, disclosure: 'lt5' | 'hes7round5' = 'lt5') => {
    const { measures } = documentOf({
      people: [seenBy('P1', ...workers(count))],
      reflections: workers(count).map((worker) => by(worker)),
      commissioner: { code: 'northshire', name: 'Northshire County Council', disclosure },
    });
    const measure = measures['practice-reflection'];
    return [measure, ...DIMENSIONS.map((name) => measure?.beside?.[name])].map(
      (figure) => figure !== undefined && 'state' in figure && figure.state,
    );
  };

  test('of four workers or fewer nothing', () => {
    for (const count of [1, 4]) expect(shown(count)).toEqual(Array.from({ length: 7 }, () => 'suppressed'));
  });

  test('of five workers all of it', () => {
    expect(shown(5)).toEqual(Array.from({ length: 7 }, () => 'estimated'));
  });

  test('under the stricter rule nothing of seven', () => {
    expect(shown(7, 'hes7round5')).toEqual(Array.from({ length: 7 }, () => 'suppressed'));
  });
});
