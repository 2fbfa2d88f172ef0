import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../shared/platform/world.ts';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { readClaim } from '../../shared/store/claims.ts';
import { queryAll, type Table } from '../../shared/store/dynamo.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { claimedPartition } from '../../shared/store/table.ts';
import { submitClaim } from '../../shared/submission/submit-claim.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdrawFinance } from '../../shared/submission/withdraw-finance.ts';
import { aClaim } from '../support/finance.ts';
import { hooked } from '../support/interrupt.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

const provider = 'janus';
let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const now = () => new Date();
const change = { client: 'c', now, ifVersion: undefined };
const objects = { send: () => Promise.resolve({}) } as unknown as World['objects'];

const place = (id: string, personRef: string) =>
  submitRecords(
    {
      ...{ table, mode: 'commit', isCommissioner: () => Promise.resolve(true) },
      ...{ erasures: erasureGuard(table, testTagOf, provider), change: { ...change, provider } },
    },
    [{ type: 'placement', id, value: aSentPlacement(personRef) }],
  );
const erase = (personRef: string, of = table) =>
  erasePerson(
    { table: of, bucket: { client: objects, name: 'packs' }, tagOf: testTagOf, now },
    { provider, personRef },
    { clientId: 'c', sub: 's' },
  );
const send = (id: string, placements: readonly string[], of = table) =>
  submitClaim(
    { table: of, party: { provider }, tagOf: testTagOf, change },
    id,
    aClaim(placements.map((placement) => [placement, 1, 27_900] as const)).data,
  );
const withdraw = (id: string, of = table) =>
  withdrawFinance({ table: of, party: { provider }, change }, 'claim', id);
const claimed = async (id: string) =>
  (await readClaim(table, id))?.data.lines.map(({ placement }) => placement);

beforeAll(async () => {
  await putEntry(table, 'providers', provider, { name: provider }, now());
  await putEntry(table, 'commissioners', 'northshire', { name: 'Northshire' }, now());
});

test('written between what an erasure reads and what it forgets, a claim is looked into by its own id', async () => {
  await place('P-1', 'SU-1');
  const [reached, released] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  let erasing: Promise<unknown> = Promise.resolve();
  const slowErasure = hooked(table, async (command) => {
    if (
      !(command instanceof DeleteCommand) ||
      command.input.Key?.['PK'] !== claimedPartition(provider, 'P-1')
    )
      return;
    reached.resolve(undefined);
    await released.promise;
  });
  let written = false;
  const slowClaim = hooked(table, async (command) => {
    if (command instanceof PutCommand && command.input.Item?.['PK'] === 'CLAIM#C-1') {
      erasing = erase('SU-1', slowErasure);
      await reached.promise;
      written = true;
    } else if (written) {
      released.resolve(undefined);
      await erasing;
    }
  });
  expect(await send('C-1', ['P-1'], slowClaim)).toEqual({ outcome: 'created', version: 2 });
  expect(await claimed('C-1')).toEqual(['erased-1']);
  expect(await queryAll(table, { partition: claimedPartition(provider, 'P-1') })).toEqual([]);
});

test('an id that went to somebody else is claimed for them, whoever had it before is erased', async () => {
  await place('P-2', 'SU-2');
  await send('C-2', ['P-2', 'P-2-old']);
  await place('P-2-old', 'SU-3');
  await send('C-2', ['P-2', 'P-2-old', 'P-unknown']);
  await erase('SU-3');
  expect(await claimed('C-2')).toEqual(['P-2', 'erased-1', 'P-unknown']);
  // Nobody's by now, so that it may be sent for somebody else.
  await place('P-2-old', 'SU-4');
  await send('C-2', ['P-2', 'P-2-old', 'P-unknown']);
  expect(await claimed('C-2')).toEqual(['P-2', 'P-2-old', 'P-unknown']);
});

test('of another provider’s claim with a placement of the same id nothing is taken', async () => {
  await putEntry(table, 'providers', 'other', { name: 'Other' }, now());
  await place('P-5', 'SU-5');
  await submitClaim(
    { table, party: { operator: true }, tagOf: testTagOf, change },
    'C-other',
    aClaim([['P-5', 1, 27_900]], { provider: 'other' }).data,
  );
  await erase('SU-5');
  expect(await claimed('C-other')).toEqual(['P-5']);
});

test('a withdrawn claim loses the placements of who is erased, and what it is sent again with is looked at', async () => {
  await place('P-6', 'SU-6');
  await place('P-7', 'SU-7');
  await send('C-6', ['P-6', 'P-7']);
  await withdraw('C-6');
  await erase('SU-6');
  expect(await claimed('C-6')).toEqual(['erased-1', 'P-7']);
  expect(await readClaim(table, 'C-6')).toMatchObject({ version: 3, withdrawn: true });
  expect(await send('C-6', ['P-6', 'P-7'])).toEqual({ outcome: 'created', version: 4 });
  expect(await claimed('C-6')).toEqual(['erased-1', 'P-7']);
  // Brought back, and withdrawn again, it is found by the placement that it named all the time.
  await withdraw('C-6');
  await erase('SU-7');
  expect(await claimed('C-6')).toEqual(['erased-1', 'erased-2']);
});

test('withdrawn before its writer looked again, a claim names nobody who was erased meanwhile', async () => {
  await place('P-8', 'SU-8');
  let written = false;
  let overtaken = false;
  const slowClaim = hooked(table, async (command) => {
    if (command instanceof PutCommand && command.input.Item?.['PK'] === 'CLAIM#C-8') written = true;
    else if (written && !overtaken) {
      overtaken = true;
      await erase('SU-8');
      await withdraw('C-8');
    }
  });
  await send('C-8', ['P-8'], slowClaim);
  expect(overtaken).toBe(true);
  expect(await readClaim(table, 'C-8')).toMatchObject({ withdrawn: true });
  expect(await claimed('C-8')).toEqual(['erased-1']);
});
