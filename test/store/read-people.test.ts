import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord as read } from '../../shared/intake/read-record.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { putRecord, withdrawRecord } from '../../shared/store/put-record.ts';
import { readPeople, readUnattached } from '../../shared/store/read-people.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const put = async (type: string, id: string, value: object, at: string) => {
  const { record, issues } = read(type, id, value);
  if (record === undefined) throw new Error(JSON.stringify(issues));
  return putRecord(table, record, { provider: 'janus', client: 'c', now: () => new Date(at) });
};
const withdraw = (type: string, id: string, at: string) =>
  withdrawRecord(
    table,
    { type, id, reason: 'entered-in-error' },
    { provider: 'janus', client: 'c', now: () => new Date(at) },
  );

const placement = (personRef: string, commissioner: string, more: object = {}) =>
  aSentPlacement(personRef, { commissioner, ...more });

const people = async (commissioner: string, asAt: string, from = '2025-01-01') => {
  const found: string[] = [];
  for await (const { personRef, records } of readPeople(table, { commissioner, from, asAt })) {
    found.push(
      `${personRef}: ${records
        .map(({ type, id }) => `${type} ${id}`)
        .sort()
        .join(', ')}`,
    );
  }
  return found.sort();
};

test('a run sees each record as it was at its instant: amended, withdrawn and moved ones included', async () => {
  await put('placement', 'A', placement('SU-1', 'north'), '2026-02-01T00:00:00.000Z');
  await put(
    'lapse',
    'X',
    { personRef: 'SU-1', openedOn: '2026-01-20', source: 'test', substance: 'alcohol', outcome: 'open' },
    '2026-02-02T00:00:00.000Z',
  );
  await withdraw('lapse', 'X', '2026-02-04T00:00:00.000Z');
  await put('placement', 'A', placement('SU-1', 'south'), '2026-02-05T00:00:00.000Z');
  await put('placement', 'B', placement('SU-2', 'north'), '2026-02-03T00:00:00.000Z');
  await withdraw('placement', 'B', '2026-02-06T00:00:00.000Z');

  expect(await people('north', '2026-01-31T00:00:00.000Z')).toEqual(['SU-1: ', 'SU-2: ']);
  expect(await people('north', '2026-02-01T12:00:00.000Z')).toEqual(['SU-1: placement A', 'SU-2: ']);
  expect(await people('north', '2026-02-03T12:00:00.000Z')).toEqual([
    'SU-1: lapse X, placement A',
    'SU-2: placement B',
  ]);
  expect(await people('south', '2026-02-07T00:00:00.000Z')).toEqual(['SU-1: placement A']);
  const [first] = await Array.fromAsync(
    readPeople(table, { commissioner: 'north', from: '2025-01-01', asAt: '2026-02-03T12:00:00.000Z' }),
  );
  expect(first?.records.find(({ type }) => type === 'placement')?.data).toMatchObject({
    commissioner: 'north',
  });
});

test('an id sent for someone else after a withdrawal shows each person their own at every instant', async () => {
  await put('placement', 'C', placement('SU-3', 'west'), '2026-02-01T00:00:00.000Z');
  await withdraw('placement', 'C', '2026-02-02T00:00:00.000Z');
  await put('placement', 'C', placement('SU-4', 'west'), '2026-02-03T00:00:00.000Z');
  expect(await people('west', '2026-02-01T12:00:00.000Z')).toEqual(['SU-3: placement C', 'SU-4: ']);
  expect(await people('west', '2026-02-02T12:00:00.000Z')).toEqual(['SU-3: ', 'SU-4: ']);
  expect(await people('west', '2026-02-04T00:00:00.000Z')).toEqual(['SU-3: ', 'SU-4: placement C']);
});

test('who left before the look-back is not read, who is still there always is', async () => {
  const ended = { endedOn: '2026-01-31', endReason: 'left' };
  await put('placement', 'D', placement('SU-5', 'far', ended), '2026-02-01T00:00:00.000Z');
  await put('placement', 'E', placement('SU-6', 'far'), '2026-02-01T00:00:00.000Z');
  expect(await people('far', '2026-03-01T00:00:00.000Z', '2026-01-31')).toEqual([
    'SU-5: placement D',
    'SU-6: placement E',
  ]);
  expect(await people('far', '2026-03-01T00:00:00.000Z', '2026-02-01')).toEqual(['SU-6: placement E']);
});

test('more people than are read at once all come, each once', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      put('placement', `M${i}`, placement(`SU-M${i}`, 'many'), '2026-02-01T00:00:00.000Z'),
    ),
  );
  await put(
    'placement',
    'M0-2',
    placement('SU-M0', 'many', { service: 'aftercare' }),
    '2026-02-01T00:00:00.000Z',
  );
  expect(new Set(await people('many', '2026-03-01T00:00:00.000Z')).size).toBe(40);
});

test('records without a person come from their date on, under the commissioner they name', async () => {
  const session = (startsAt: string, commissioner: string) => ({
    commissioner,
    startsAt,
    kind: 'carer-group',
    attendance: 'family-only',
    workers: [],
    family: [{ ref: 'F-1', relationship: 'carer' }],
  });
  await put('session', 'K1', session('2026-01-10T10:00:00Z', 'kin'), '2026-02-01T00:00:00.000Z');
  await put('session', 'K2', session('2025-01-10T10:00:00Z', 'kin'), '2026-02-01T00:00:00.000Z');
  await put('session', 'K3', session('2026-01-11T10:00:00Z', 'kin'), '2026-02-01T00:00:00.000Z');
  await put('session', 'K3', session('2026-01-12T10:00:00Z', 'kin'), '2026-02-03T00:00:00.000Z');
  const reading = { commissioner: 'kin', from: '2026-01-01' };
  const ids = async (asAt: string) =>
    (await readUnattached(table, { ...reading, asAt })).map(({ id, data }) => [
      id,
      'startsAt' in data && data.startsAt,
    ]);
  expect(await ids('2026-02-02T00:00:00.000Z')).toEqual([
    ['K1', '2026-01-10T10:00:00Z'],
    ['K3', '2026-01-11T10:00:00Z'],
  ]);
  expect((await ids('2026-02-04T00:00:00.000Z')).at(-1)).toEqual(['K3', '2026-01-12T10:00:00Z']);
});
