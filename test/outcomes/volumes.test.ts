import { expect, test } from 'vitest';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { toldVolumes } from '../../shared/outcomes/disclosure/told-volumes.ts';
import type { PersonRecords } from '../../shared/outcomes/person-records.ts';
import { documentOf } from '../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../support/records.ts';

/** Whose number of records is far from usual, as the document of October 2026 tells it. */

const USUAL = ['2026-07', '2026-08', '2026-09'];

/** Somebody who attends so many sessions in each month. */
const somebody = (
  number: number,
  months: Readonly<Record<string, number>>,
  provider = 'janus',
): PersonRecords => {
  const who = { provider, personRef: `P${number}` };
  const sessions = Object.entries(months).flatMap(([month, count]) =>
    Array.from({ length: count }, (_, i) =>
      aSession({ ...who, id: `s-${number}-${month}-${i}`, on: `${month}-${String(i + 1).padStart(2, '0')}` }),
    ),
  );
  return aPerson(aPlacement({ ...who, id: `p-${number}`, startsOn: '2026-06-30' }), ...sessions);
};

const people = (count: number, each: number, now: number, provider?: string) =>
  Array.from({ length: count }, (_, i) =>
    somebody(i, { ...Object.fromEntries(USUAL.map((month) => [month, each])), '2026-10': now }, provider),
  );

const volumes = (crowd: readonly PersonRecords[], disclosure: 'lt5' | 'hes7round5' = 'lt5') => {
  const document = documentOf({
    people: crowd,
    commissioner: { code: 'northshire', name: 'Northshire', disclosure },
  });
  expect(outcomeDocumentSchema.parse(document)).toEqual(document);
  return document.volumes?.filter(({ type }) => type === 'session');
};

test('half, double and none are told of a provider and a type', () => {
  const told = (found: string) => [{ provider: 'janus', type: 'session', found }];
  expect(volumes(people(5, 4, 2))).toEqual(told('half'));
  expect(volumes(people(5, 4, 8))).toEqual(told('double'));
  expect(volumes(people(5, 4, 0))).toEqual(told('none'));
});

test('a usual number is not told of: nothing stands in the document', () => {
  expect(volumes(people(5, 4, 4))).toEqual(undefined);
});

test('nothing is told of fewer than five people, by the other rule of fewer than eight', () => {
  expect(volumes(people(4, 5, 2))).toBeUndefined();
  expect(volumes(people(4, 5, 0))).toBeUndefined();
  expect(volumes(people(7, 4, 2), 'hes7round5')).toBeUndefined();
  expect(volumes(people(8, 4, 2), 'hes7round5')).toHaveLength(1);
});

test('few people in the month are not told of, however many there usually are', () => {
  const one = somebody(9, { '2026-10': 3 });
  expect(volumes([...people(5, 4, 0), one])).toBeUndefined();
});

test('providers are compared each with itself', () => {
  const others = people(5, 4, 4, 'harbour');
  expect(volumes([...people(5, 4, 2), ...others])).toMatchObject([{ provider: 'janus' }]);
});

test('two months before are too few to know what is usual', () => {
  const short = Array.from({ length: 5 }, (_, i) =>
    aPerson(
      aPlacement({ personRef: `P${i}`, startsOn: '2026-08-01' }),
      ...somebody(i, { '2026-08': 4, '2026-09': 4, '2026-10': 1 }).records.filter(
        ({ type }) => type === 'session',
      ),
    ),
  );
  expect(volumes(short)).toBeUndefined();
});

test('that there is none is not told of a provider of whom a figure is withheld: its zero would be told', () => {
  const found = ['none', 'half'].map((each) => ({
    provider: 'janus',
    type: 'session' as const,
    found: each as 'none' | 'half',
    people: { inMonth: 0, before: 9 },
  }));
  const told = (hides: boolean) => toldVolumes({ volumes: found, disclosure: 'lt5' }, () => hides);
  expect(told(true).map((one) => one.found)).toEqual(['half']);
  expect(told(false).map((one) => one.found)).toEqual(['none', 'half']);
});
