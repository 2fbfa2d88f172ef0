import { expect, test } from 'vitest';
import { mapPerson } from '../../../../local/examples/ctn0094/map-person.ts';
import type { TrialPerson } from '../../../../local/examples/ctn0094/trial-people.ts';
import { typeNamed } from '../../../../shared/records/registry.ts';
import { aPerson, aPhase, aPositive, aVisit } from './a-person.ts';

// Person 10 consents 197 × 10 mod 540 = 350 days after 1 April 2022, on 17 March 2023.

const made = (person: TrialPerson, type: string) =>
  mapPerson(person).made.flatMap(({ record, rows }) => (record.type === type ? [{ ...record, rows }] : []));

test('makes a placement of somebody who was randomised, with all that says who they are', () => {
  expect(made(aPerson({ visits: [aVisit(7, 12)] }), 'placement')).toEqual([
    {
      type: 'placement',
      id: 'C27-0010-P1',
      personRef: 'C27-0010',
      commissioner: 'ctn-0027',
      service: 'day-programme',
      referredOn: '2023-03-17',
      startsOn: '2023-03-22',
      plannedEndOn: '2023-09-06',
      endedOn: '2023-03-29',
      endReason: 'left',
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates'],
      sex: 'male',
      ageBand: '25-34',
      rows: [
        'everybody.csv:3',
        'site_masked.csv:11',
        'demographics.csv:11',
        'randomization.csv:14',
        'randomization.csv:15',
      ],
    },
  ]);
});

test('sends who was never randomised as a placement without a start, for the interface to refuse', () => {
  expect(made(aPerson({ phases: [], age: undefined, isMale: '' }), 'placement')).toEqual([
    {
      type: 'placement',
      id: 'C27-0010-P1',
      personRef: 'C27-0010',
      commissioner: 'ctn-0027',
      service: 'day-programme',
      referredOn: '2023-03-17',
      startsOn: '',
      plannedEndOn: '',
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates'],
      sex: 'not-stated',
      rows: ['everybody.csv:3', 'site_masked.csv:11', 'demographics.csv:11'],
    },
  ]);
});

test('makes a second phase a placement of its own, referred and started on its day', () => {
  const phases = [
    aPhase({ plannedEndDay: 89 }),
    aPhase({ number: '2', startDay: 50, plannedEndDay: 218, rows: ['randomization.csv:16'] }),
  ];
  expect(made(aPerson({ phases, visits: [aVisit(7, 30)] }), 'placement')).toMatchObject([
    { id: 'C27-0010-P1', endedOn: '2023-05-05', endReason: 'transferred' },
    { id: 'C27-0010-P2', referredOn: '2023-05-06', startsOn: '2023-05-06', rows: ['randomization.csv:16'] },
  ]);
});

test('makes a visit an attended one-to-one and, without a positive, a negative urine', () => {
  const person = aPerson({ visits: [aVisit(7, 12)] });
  expect(made(person, 'session')).toEqual([
    {
      type: 'session',
      id: 'S-7',
      personRef: 'C27-0010',
      kind: 'one-to-one',
      startsAt: '2023-03-29T10:00:00Z',
      attendance: 'attended',
      workers: [],
      rows: ['visit.csv:7'],
    },
  ]);
  expect(made(person, 'test')).toEqual([
    {
      type: 'test',
      id: 'visit-7',
      personRef: 'C27-0010',
      collectedAt: '2023-03-29T10:00:00Z',
      matrix: 'urine',
      reason: 'scheduled',
      status: 'provided',
      results: ['opiates', 'powder-cocaine', 'amphetamines', 'cannabis', 'benzodiazepines'].map(
        (substance) => ({ substance, result: 'negative' }),
      ),
      rows: ['visit.csv:7'],
    },
  ]);
});

test('makes the positives of a day one test, also on a day without a visit', () => {
  const urine = [aPositive(20, 0, 'Thc'), aPositive(21, 0, 'Opioid'), aPositive(22, 12, 'Cocaine')];
  expect(made(aPerson({ urine }), 'test')).toMatchObject([
    { id: 'uds-20', collectedAt: '2023-03-17T10:00:00Z', rows: ['uds.csv:20', 'uds.csv:21'] },
    { id: 'uds-22', collectedAt: '2023-03-29T10:00:00Z', rows: ['uds.csv:22'] },
  ]);
});

test.each([
  { offDays: 3, ids: ['uds-20'] },
  { offDays: 4, ids: ['uds-20', 'visit-7'] },
])('takes a positive $offDays days off a visit as its urine up to three days', ({ offDays, ids }) => {
  const person = aPerson({ visits: [aVisit(7, 12)], urine: [aPositive(20, 12 + offDays)] });
  expect(made(person, 'test').map(({ id }) => id)).toEqual(ids);
});

test('states no negative urine of a visit at which CTN-0027 asked for none', () => {
  const visits = [aVisit(7, 5, { visit: 'WK0' }), aVisit(8, 201, { visit: 'WK28' })];
  expect(made(aPerson({ visits }), 'test')).toEqual([]);
  expect(made(aPerson({ visits, project: '51' }), 'test')).toHaveLength(2);
});

test('makes a visit that did not happen a session not attended and a test missed, or excused in jail', () => {
  const visits = [
    aVisit(7, undefined, { visit: 'WK1', what: 'no visit', against: 'is_in_jail' }),
    aVisit(8, undefined, { visit: 'WK2', what: 'MISSING' }),
    aVisit(9, 26),
  ];
  const person = aPerson({ visits });
  expect(made(person, 'session')).toMatchObject([
    { id: 'S-9', attendance: 'attended' },
    { id: 'S-7', attendance: 'did-not-attend', startsAt: '2023-03-29T10:00:00Z' },
    { id: 'S-8', attendance: 'did-not-attend', startsAt: '2023-04-05T10:00:00Z' },
  ]);
  expect(made(person, 'test')).toMatchObject([
    { id: 'visit-9', status: 'provided' },
    { id: 'visit-7', status: 'excused' },
    { id: 'visit-8', status: 'missed' },
  ]);
});

test('sends a missed visit without a day as it is, and no test', () => {
  const person = aPerson({ visits: [aVisit(7, undefined, { visit: 'EOT', what: 'no visit' })] });
  expect(made(person, 'session')).toMatchObject([{ id: 'S-7', startsAt: '' }]);
  expect(made(person, 'test')).toEqual([]);
});

test('sends what is dated before consent as it is', () => {
  const person = aPerson({ visits: [aVisit(7, -29)], urine: [aPositive(20, -1)] });
  expect(made(person, 'session')).toMatchObject([{ startsAt: '2023-02-16T10:00:00Z' }]);
  expect(made(person, 'test')[0]).toMatchObject({ collectedAt: '2023-03-16T10:00:00Z' });
});

test('leaves out, each by its rule, what makes no record', () => {
  const visits = [
    aVisit(7, undefined, { visit: 'WK9', what: 'MISSING' }),
    aVisit(8, undefined, { visit: 'M1F', what: 'MISSING' }),
  ];
  const person = aPerson({
    visits,
    ratings: [{ who: 10, when: 12, row: 'withdrawal.csv:2' }],
    detox: [{ who: 10, row: 'detox.csv:2' }],
  });
  expect(mapPerson(person).leftOut).toEqual([
    { row: 'visit.csv:7', rule: 'L1' },
    { row: 'visit.csv:8', rule: 'L2' },
    { row: 'withdrawal.csv:2', rule: 'L3' },
    { row: 'detox.csv:2', rule: 'L4' },
  ]);
});

test('makes records that intake accepts', () => {
  const visits = [aVisit(7, 12), aVisit(8, undefined, { visit: 'WK0', what: 'no visit' })];
  const records = mapPerson(aPerson({ visits, urine: [aPositive(20, 12, 'Methadone')] })).made;
  expect(records).toHaveLength(4);
  for (const { record } of records) {
    const { type, id, ...data } = record;
    expect(typeNamed(type)!.parse(id, data)).toMatchObject({ success: true });
  }
});
