import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../shared/platform/world.ts';
import { enforceRetention } from '../../shared/privacy/enforce-retention.ts';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { liftErasure } from '../../shared/privacy/lift-erasure.ts';
import { readRecord } from '../../shared/intake/read-record.ts';
import { readAccount } from '../../shared/statements/read-account.ts';
import { usageOf } from '../../shared/statements/usage.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { putRecord, withdrawRecord } from '../../shared/store/put-record.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

/** What erasures, and placements that come back or whose ids are used again, leave of the weeks that were used. */

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ table, close } = await aTable());
  await putEntry(table, 'providers', 'janus', { name: 'Janus' }, new Date('2026-01-01'));
});
afterAll(() => close());

const objects = {
  send: (command: unknown) =>
    Promise.resolve(command instanceof ListObjectsV2Command ? { Contents: [] } : {}),
} as unknown as World['objects'];
const bucket = { client: objects, name: 'packs' };
let clock = Date.parse('2026-03-30T09:00:00Z');
const now = () => new Date((clock += 1_000));
const parts = () => ({ table, bucket, tagOf: testTagOf, now });
const asker = { clientId: 'c', sub: 's' };

const placement = (id: string, value: object) => {
  const { record, issues } = readRecord('placement', id, value);
  if (record === undefined) throw new Error(JSON.stringify(issues));
  return record;
};

/** A scene of a commissioner of its own, whose weeks are counted. */
function scene(commissioner: string) {
  const change = { provider: 'janus', client: 'c', now };
  return {
    /** So many weeks from 5 January 2026 on. */
    send: (id: string, personRef: string, weeks: number, more: object = {}) => {
      const endedOn = new Date(Date.parse('2026-01-04') + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
      const ended = { endedOn, endReason: 'left' };
      return putRecord(
        table,
        placement(`${commissioner}-${id}`, aSentPlacement(personRef, { commissioner, ...ended, ...more })),
        change,
      );
    },
    withdraw: (id: string) =>
      withdrawRecord(
        table,
        { type: 'placement', id: `${commissioner}-${id}`, reason: 'entered-in-error' },
        change,
      ),
    erase: (personRef: string) => erasePerson(parts(), { provider: 'janus', personRef }, asker),
    lift: async (personRef: string) =>
      liftErasure(parts(), ['janus'], await testTagOf({ provider: 'janus', personRef }), asker),
    weeks: async () => {
      const asAt = new Date(clock + 1_000).toISOString();
      const account = await readAccount({ table, bucket, tagOf: testTagOf }, { commissioner, asAt });
      return account.providers.flatMap((of) => usageOf(of, commissioner, '2026-03-30')).length;
    },
  };
}

test('an erased person’s weeks stand, also when their id is somebody else’s, who is erased in turn', async () => {
  const { send, erase, weeks } = scene('one');
  await send('A', 'SU-1', 4);
  await erase('SU-1');
  expect(await weeks()).toBe(4);
  await send('A', 'SU-2', 2);
  expect(await weeks()).toBe(6);
  await erase('SU-2');
  expect(await weeks()).toBe(6);
});

test('a person who comes back under another id has one week at a time', async () => {
  const { send, erase, lift, weeks } = scene('two');
  await send('A', 'SU-3', 4);
  await erase('SU-3');
  await lift('SU-3');
  await send('A2', 'SU-3', 5);
  expect(await weeks()).toBe(5);
});

test('what an earlier erasure kept is right again after a later one', async () => {
  const { send, withdraw, erase, lift, weeks } = scene('three');
  await send('A', 'SU-4', 4);
  await erase('SU-4');
  await lift('SU-4');
  await send('A', 'SU-4', 1);
  expect(await weeks()).toBe(1);
  await withdraw('A');
  await send('B', 'SU-4', 1);
  expect(await weeks()).toBe(1);
  await erase('SU-4');
  expect(await weeks()).toBe(1);
});

test('what is removed by its age stands, too', async () => {
  const { send, weeks } = scene('four');
  await send('A', 'SU-5', 4);
  const removed = await enforceRetention({
    ...{ table, tagOf: testTagOf, now: () => new Date('2040-01-01T03:30:00Z'), newId: () => 'report' },
    ...{ commissioners: ['four'], providers: [] },
  });
  expect(removed.get('janus')?.records).toMatchObject({ placement: 1 });
  expect(await weeks()).toBe(4);
});
