import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord as read } from '../../shared/intake/read-record.ts';
import type { AnyRecord } from '../../shared/records/registry.ts';
import { putItem, queryAll, type Table } from '../../shared/store/dynamo.ts';
import { putRecord, withdrawRecord } from '../../shared/store/put-record.ts';
import { readChanges, readPlacements, readRecord } from '../../shared/store/read-records.ts';
import { historyPartition, pointerKey, tableIndexes } from '../../shared/store/table.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const change = (at = '2026-02-01T09:00:00.000Z', more: object = {}) => ({
  provider: 'janus',
  client: 'client-1',
  now: () => new Date(at),
  ...more,
});

function record(type: string, id: string, value: object): AnyRecord {
  const { record: parsed, issues } = read(type, id, value);
  if (parsed === undefined) throw new Error(JSON.stringify(issues));
  return parsed;
}

const placement = (id: string, more: object = {}) =>
  record('placement', id, aSentPlacement(`SU-${id}`, more));

const history = (id: string) => queryAll(table, { partition: historyPartition('janus', 'placement', id) });

test('a record is created, found unchanged when sent again, and amended with its former version kept', async () => {
  expect(await putRecord(table, placement('1'), change())).toEqual({ outcome: 'created', version: 1 });
  expect(await putRecord(table, placement('1'), change())).toEqual({ outcome: 'unchanged', version: 1 });
  expect(await history('1')).toEqual([]);

  const amended = placement('1', { plannedEndOn: '2026-06-21' });
  expect(await putRecord(table, amended, change('2026-03-01T09:00:00.000Z'))).toEqual({
    outcome: 'amended',
    version: 2,
  });
  expect((await readRecord(table, 'janus', 'placement', '1'))?.data['plannedEndOn']).toBe('2026-06-21');
  const [former] = await history('1');
  expect(former).toMatchObject({ version: 1, client: 'client-1', data: { plannedEndOn: '2026-03-29' } });
});

test('the order of fields makes no difference to the content', async () => {
  await putRecord(table, placement('2'), change());
  const { record: reordered } = read(
    'placement',
    '2',
    Object.fromEntries(Object.entries(placement('2').data).reverse()),
  );
  expect(await putRecord(table, reordered!, change())).toEqual({ outcome: 'unchanged', version: 1 });
});

test('one id of two providers is two records', async () => {
  await putRecord(table, placement('3'), change());
  expect(
    await putRecord(table, placement('3', { sex: 'male' }), change(undefined, { provider: 'other' })),
  ).toEqual({
    outcome: 'created',
    version: 1,
  });
  expect((await readRecord(table, 'janus', 'placement', '3'))?.data['sex']).toBe('female');
});

test('an id cannot move to another person while its record stands', async () => {
  await putRecord(table, placement('4'), change());
  await expect(putRecord(table, placement('4', { personRef: 'SU-99' }), change())).rejects.toMatchObject({
    code: 'id-in-use',
    status: 409,
  });
  expect(await readPlacements(table, 'janus', 'SU-99')).toEqual([]);
});

test('a withdrawn id may be sent again, for the same person or for another', async () => {
  await putRecord(table, placement('5'), change());
  const withdrawal = { type: 'placement', id: '5', reason: 'entered-in-error' } as const;
  expect(await withdrawRecord(table, withdrawal, change())).toEqual({ version: 2 });
  expect(await withdrawRecord(table, withdrawal, change())).toEqual({ version: 2 });
  expect(await readPlacements(table, 'janus', 'SU-5')).toEqual([]);
  expect(await putRecord(table, placement('5'), change())).toEqual({ outcome: 'created', version: 3 });

  // Version 4 withdraws, 5 closes the old place, 6 is the record of the other person.
  await withdrawRecord(table, withdrawal, change());
  expect(await putRecord(table, placement('5', { personRef: 'SU-6' }), change())).toEqual({
    outcome: 'created',
    version: 6,
  });
  expect((await readRecord(table, 'janus', 'placement', '5'))?.data['personRef']).toBe('SU-6');
  expect(await readPlacements(table, 'janus', 'SU-5')).toEqual([]);
  expect((await history('5')).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(
    (await readChanges(table, 'janus', 'placement', {})).records
      .filter(({ id }) => id === '5')
      .map(({ version }) => version),
  ).toEqual([6]);
});

test('withdrawing what was never sent answers absent', async () => {
  const withdrawal = { type: 'placement', id: 'never', reason: 'duplicate' } as const;
  expect(await withdrawRecord(table, withdrawal, change())).toBe('absent');
});

test('a stated version must be the current one', async () => {
  await putRecord(table, placement('7'), change());
  const amended = placement('7', { sex: 'other' });
  const conflict = { code: 'version-conflict', status: 412 };
  await expect(putRecord(table, amended, change(undefined, { ifVersion: 2 }))).rejects.toMatchObject(
    conflict,
  );
  await expect(putRecord(table, placement('8'), change(undefined, { ifVersion: 1 }))).rejects.toMatchObject(
    conflict,
  );
  expect(await putRecord(table, amended, change(undefined, { ifVersion: 1 }))).toEqual({
    outcome: 'amended',
    version: 2,
  });
});

test('what must not be there yet is created, and never put in place of what is', async () => {
  const isNew = change(undefined, { ifVersion: 'none' });
  expect(await putRecord(table, placement('new-1'), isNew)).toEqual({ outcome: 'created', version: 1 });
  for (const sent of [placement('new-1'), placement('new-1', { sex: 'other' })])
    await expect(putRecord(table, sent, isNew)).rejects.toMatchObject({
      code: 'version-conflict',
      status: 412,
    });
  await withdrawRecord(table, { type: 'placement', id: 'new-1', reason: 'duplicate' }, change());
  expect(await putRecord(table, placement('new-1'), isNew)).toEqual({ outcome: 'created', version: 3 });
});

test('a rehearsal says what would happen and writes nothing', async () => {
  expect(await putRecord(table, placement('9'), change(undefined, { dryRun: true }))).toEqual({
    outcome: 'created',
    version: 1,
  });
  expect(await readRecord(table, 'janus', 'placement', '9')).toBeUndefined();
});

test('a pointer alone reads as absent, and sending again completes it, even for another person', async () => {
  await putItem(table, {
    ...pointerKey('janus', 'placement', '10'),
    partition: 'PERSON#janus#SU-10',
    base: 0,
  });
  expect(await readRecord(table, 'janus', 'placement', '10')).toBeUndefined();
  expect(await putRecord(table, placement('10', { personRef: 'SU-11' }), change())).toEqual({
    outcome: 'created',
    version: 2,
  });
  expect((await readRecord(table, 'janus', 'placement', '10'))?.data['personRef']).toBe('SU-11');
});

test('of six amendments at once every one is kept, in one line of versions', async () => {
  await putRecord(table, placement('12'), change());
  const amendments = Array.from({ length: 6 }, (_, i) =>
    placement('12', { plannedEndOn: `2026-04-${10 + i}` }),
  );
  const results = await Promise.all(amendments.map((amendment) => putRecord(table, amendment, change())));
  expect(results.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  const versions = await history('12');
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  const received = [...versions, await readRecord(table, 'janus', 'placement', '12')].map((v) =>
    String(v?.['recordedAt']),
  );
  expect(received).toEqual([...received].sort());
  expect(new Set(received).size).toBe(7);
});

test('versions stay in order when the clock goes back', async () => {
  await putRecord(table, placement('13'), change('2026-02-01T09:00:00.000Z'));
  await putRecord(table, placement('13', { sex: 'male' }), change('2026-01-01T09:00:00.000Z'));
  expect((await readRecord(table, 'janus', 'placement', '13'))?.recordedAt).toBe('2026-02-01T09:00:00.001Z');
});

const indexed = async (commissioner: string) =>
  (
    await queryAll(table, {
      index: tableIndexes.byCommissioner,
      partition: `COMMISSIONER#${commissioner}`,
      from: '2025-01-01',
    })
  ).map(({ id, version }) => `${String(id)} v${String(version)}`);

test('a placement that moved to another commissioner is still found under its former one', async () => {
  await putRecord(table, placement('14', { commissioner: 'eastshire' }), change());
  await putRecord(table, placement('14', { commissioner: 'westshire' }), change());
  expect(await indexed('eastshire')).toEqual(['14 v1']);
  expect(await indexed('westshire')).toEqual(['14 v2']);
});

test('a placement that ends leaves no second entry behind, unless it ended long before it was said to', async () => {
  await putRecord(table, placement('15', { commissioner: 'southshire' }), change('2026-02-01T09:00:00.000Z'));
  const ended = { commissioner: 'southshire', endedOn: '2026-02-10', endReason: 'left' };
  await putRecord(table, placement('15', ended), change('2026-02-11T09:00:00.000Z'));
  expect(await indexed('southshire')).toEqual(['15 v2']);

  await putRecord(table, placement('16', { commissioner: 'southshire' }), change('2026-02-01T09:00:00.000Z'));
  await putRecord(
    table,
    placement('16', { ...ended, commissioner: 'southshire' }),
    change('2028-06-01T09:00:00.000Z'),
  );
  expect(await indexed('southshire')).toEqual(['15 v2', '16 v2', '16 v1']);
});

test('changes are listed oldest first, page by page, withdrawn ones included', async () => {
  const provider = 'listed';
  for (let i = 0; i < 3; i += 1) {
    await putRecord(table, placement(`L${i}`), change(`2026-02-0${i + 1}T09:00:00.000Z`, { provider }));
  }
  await withdrawRecord(
    table,
    { type: 'placement', id: 'L0', reason: 'duplicate' },
    change('2026-02-09T09:00:00.000Z', { provider }),
  );
  const { records, cursor } = await readChanges(table, provider, 'placement', {
    since: '2026-02-02T00:00:00.000Z',
  });
  expect(records.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
    ['L1', undefined],
    ['L2', undefined],
    ['L0', 'duplicate'],
  ]);
  expect(cursor).toBeUndefined();
});

test('pages of changes go on where the one before ended, past records of other kinds', async () => {
  const provider = 'paged';
  const sessionOf = (i: number) => record('session', `S${i}`, aSentSession('SU-paged-1'));
  for (let i = 0; i < 450; i += 50) {
    const some = Array.from({ length: 50 }, (_, j) => sessionOf(i + j));
    await Promise.all(some.map((session) => putRecord(table, session, change(undefined, { provider }))));
  }
  await putRecord(table, placement('paged-1'), change('2026-03-01T09:00:00.000Z', { provider }));
  expect((await readChanges(table, provider, 'placement', {})).records.map(({ id }) => id)).toEqual([
    'paged-1',
  ]);
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await readChanges(table, provider, 'session', { cursor });
    for (const { id } of page.records) seen.add(id);
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(seen.size).toBe(450);
});

/** Every version of an id that stands, wherever it is kept. */
const standing = async (id: string, people: readonly string[]) => {
  const found = await Promise.all(people.map((person) => readPlacements(table, 'janus', person)));
  return found.flat().filter((placement) => placement.id === id).length;
};

test('an id that goes to another person and back has versions that only go up, each with its content', async () => {
  const withdraw = () =>
    withdrawRecord(table, { type: 'placement', id: '20', reason: 'duplicate' }, change());
  for (const personRef of ['SU-A1', 'SU-B1', 'SU-A1', 'SU-B1']) {
    await putRecord(table, placement('20', { personRef }), change());
    await withdraw();
  }
  const last = await putRecord(table, placement('20', { personRef: 'SU-A1', sex: 'male' }), change());
  const versions = await history('20');
  const numbers = versions.map(({ version }) => Number(version));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(last.version).toBeGreaterThan(Math.max(...numbers));
  const live = versions.filter(({ withdrawn }) => withdrawn === undefined);
  expect(live.map(({ data }) => (data as { personRef: string }).personRef)).toEqual([
    'SU-A1',
    'SU-B1',
    'SU-A1',
    'SU-B1',
  ]);
  expect(await standing('20', ['SU-A1', 'SU-B1'])).toBe(1);
});

test('of many that send one new id for different people at once exactly one is answered with created', async () => {
  for (let round = 0; round < 12; round += 1) {
    const id = `race-${round}`;
    const people = Array.from({ length: 6 }, (_, i) => `SU-race-${round}-${i}`);
    const results = await Promise.allSettled(
      people.map((personRef) => putRecord(table, placement(id, { personRef }), change())),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await standing(id, people)).toBe(1);
  }
});

test('sending, withdrawing and moving one id at once leaves at most one record standing', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = `mixed-${round}`;
    const people = ['SU-m1', 'SU-m2', 'SU-m3'].map((person) => `${person}-${round}`);
    await Promise.allSettled(
      Array.from({ length: 18 }, (_, i) =>
        i % 3 === 2
          ? withdrawRecord(table, { type: 'placement', id, reason: 'duplicate' }, change())
          : putRecord(table, placement(id, { personRef: people[i % 3 === 0 ? 0 : (i % 2) + 1] }), change()),
      ),
    );
    const stands = await standing(id, people);
    const current = await readRecord(table, 'janus', 'placement', id);
    expect(stands).toBe(current !== undefined && current.withdrawn === undefined ? 1 : 0);
    const versions = await history(id);
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
  }
});
