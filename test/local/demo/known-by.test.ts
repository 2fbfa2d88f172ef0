import { expect, test } from 'vitest';
import type { SentRecord } from '../../../local/api-client.ts';
import { knownBy } from '../../../local/demo/known-by.ts';

const placement: SentRecord = {
  type: 'placement',
  id: 'p1',
  personRef: 'JE-0001',
  commissioner: 'northshire',
  service: 'day-programme',
  referredOn: '2026-09-01',
  startsOn: '2026-09-07',
  plannedEndOn: '2026-11-29',
  endedOn: '2026-11-01',
  endReason: 'left',
  funding: 'spot',
  goal: 'abstinence',
  substances: ['alcohol'],
  sex: 'female',
};
const lapse: SentRecord = {
  type: 'lapse',
  id: 'l1',
  personRef: 'JE-0001',
  openedOn: '2026-10-20',
  source: 'test',
  substance: 'alcohol',
  outcome: 'recovered',
  returnedOn: '2026-11-01',
};
const lateSession: SentRecord = {
  type: 'session',
  id: 's1',
  personRef: 'JE-0001',
  kind: 'one-to-one',
  startsAt: '2026-07-31T23:30:00Z',
  attendance: 'attended',
  workers: [],
};

const asSent = (records: SentRecord[]): unknown => JSON.parse(JSON.stringify(records));

test('leaves open what ended after the date', () => {
  const [open] = asSent(knownBy(placement, '2026-10-31')) as object[];
  expect(open).not.toHaveProperty('endedOn');
  expect(open).not.toHaveProperty('endReason');
  expect(open).toMatchObject({ id: 'p1', startsOn: '2026-09-07' });
  expect(asSent(knownBy(lapse, '2026-10-31'))).toEqual([
    {
      type: 'lapse',
      id: 'l1',
      personRef: 'JE-0001',
      openedOn: '2026-10-20',
      source: 'test',
      substance: 'alcohol',
      outcome: 'open',
    },
  ]);
});

test('keeps what ended on the date as it is', () => {
  expect(knownBy(placement, '2026-11-01')).toEqual([placement]);
  expect(knownBy(lapse, '2026-11-01')).toEqual([lapse]);
});

test('drops what had not happened', () => {
  expect(knownBy(placement, '2026-08-31')).toEqual([]);
  expect(knownBy(lapse, '2026-10-19')).toEqual([]);
});

test('counts a session on its London day: 23:30 UTC in July is the next one', () => {
  expect(knownBy(lateSession, '2026-07-31')).toEqual([]);
  expect(knownBy(lateSession, '2026-08-01')).toEqual([lateSession]);
});
