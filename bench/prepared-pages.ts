import { dateOfDay, dayOf } from '../shared/records/london.ts';
import { contentHash } from '../shared/store/record-item.ts';

const SESSIONS = 36;
const TESTS = 18;

/**
 * One page of JSON a person, as the table's client hands over what a Query of the person found: a placement, sessions
 * three times a week, tests every other time, and for every third person a lapse and its return.
 */
export function preparedPages(records: number): string[] {
  const perPerson = 1 + SESSIONS + TESTS + 1 / 3;
  return Array.from({ length: Math.ceil(records / perPerson) }, (_, i) => pageOf(i));
}

function pageOf(number: number): string {
  const person = `SU-${number}`;
  const start = dayOf('2025-11-03') + (number % 300);
  const on = (day: number) => dateOfDay(start + day);
  const leaves = number % 4 === 0;
  const items = [
    item('placement', person, 0, {
      personRef: person,
      commissioner: 'northshire',
      service: 'day-programme',
      referredOn: on(-10),
      startsOn: on(0),
      plannedEndOn: on(84),
      endedOn: leaves ? on(20 + (number % 60)) : on(84),
      endReason: leaves ? 'left' : 'completed',
      funding: number % 2 === 0 ? 'spot' : 'block',
      ...(number % 2 === 0 ? {} : { block: 'B-1' }),
      goal: number % 10 === 0 ? 'reduction' : 'abstinence',
      substances: number % 3 === 0 ? ['alcohol'] : ['opiates', 'crack'],
      sex: number % 3 === 0 ? 'male' : 'female',
      ageBand: '35-44',
      children: 'looked-after',
    }),
    ...Array.from({ length: SESSIONS }, (_, i) =>
      item('session', person, i, {
        personRef: person,
        kind: i % 5 === 0 ? 'one-to-one' : 'group',
        startsAt: `${on(Math.floor((i * 7) / 3))}T10:00:00Z`,
        attendance: (i + number) % 9 === 0 ? 'did-not-attend' : 'attended',
        workers: [`W-${(i + number) % 12}`],
        topics: ['cravings'],
        ...(i % 12 === 0 && { family: [{ ref: `F-${number}`, relationship: 'parent' }] }),
      }),
    ),
    ...Array.from({ length: TESTS }, (_, i) =>
      item('test', person, i, {
        personRef: person,
        collectedAt: `${on(Math.floor((i * 14) / 3))}T09:00:00Z`,
        matrix: 'urine',
        reason: 'scheduled',
        status: i % 11 === 5 ? 'missed' : 'provided',
        ...(i % 11 === 5
          ? {}
          : {
              results: [
                { substance: 'opiates', result: number % 3 === 0 && i === 6 ? 'positive' : 'negative' },
              ],
            }),
      }),
    ),
    ...(number % 3 === 0
      ? [
          item('lapse', person, 0, {
            personRef: person,
            openedOn: on(28),
            source: 'test',
            substance: 'opiates',
            outcome: 'recovered',
            returnedOn: on(28 + 7 + (number % 30)),
          }),
        ]
      : []),
  ];
  return JSON.stringify({ person, items });
}

function item(type: string, person: string, number: number, data: object) {
  const id = `${type}-${person}-${number}`;
  return {
    PK: `PERSON#bench#${person}`,
    SK: `${type}#${id}`,
    type,
    id,
    provider: 'bench',
    version: 1,
    recordedAt: '2026-10-31T09:00:00.000Z',
    client: 'client-1',
    hash: contentHash(data),
    GSI2PK: 'PROVIDER#bench',
    GSI2SK: `2026-10-31T09:00:00.000Z#${type}#${id}`,
    data,
  };
}
