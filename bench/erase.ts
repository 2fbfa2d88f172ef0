import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { readRecord } from '../shared/intake/read-record.ts';
import { erasePerson } from '../shared/privacy/erase-person.ts';
import { personTags } from '../shared/privacy/person-tags.ts';
import { deleteItem, type Table } from '../shared/store/dynamo.ts';
import { inParallel } from '../shared/store/in-parallel.ts';
import { claimRevision, issuePack } from '../shared/store/packs.ts';
import { pointerItem, recordItem } from '../shared/store/record-item.ts';
import { type BenchSettings, type Comparison, timeOf } from './compare.ts';

const GROUPS = 10;
const GROUP = 100;
const SESSIONS = 11;
const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const AT_ONCE = 16;

/**
 * People of twelve records erased one after the other, each tenth of them against the first, and against nothing but
 * the deletion of as many items of others.
 */
export async function* erase({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const group = quick ? GROUP / 20 : GROUP;
  const people = GROUPS * group;
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const bucket = { client: stores.objects, name: storeNames.PACKS_BUCKET };
  try {
    for (let number = 0; number < 2 * people; number += 1) await writePerson(table, number);
    for (const month of MONTHS) await issueMonth(table, month);
    const tagOf = personTags(
      { mac: (_, message) => Promise.resolve(createHmac('sha256', 'bench').update(message).digest()) },
      'bench',
    );
    const parts = { table, bucket, tagOf, now: () => new Date() };
    const eraseGroup = (turn: number) =>
      timeOf(async () => {
        for (let i = 0; i < group; i += 1) {
          const person = { provider: 'bench', personRef: `SU-${turn * group + i}` };
          const erasure = await erasePerson(parts, person, { clientId: 'c', sub: 's' });
          if (erasure?.records['session'] !== SESSIONS) throw new Error('a person was not erased');
        }
      });
    const deleteGroup = (turn: number) =>
      timeOf(async () => {
        for (let i = 0; i < group; i += 1) {
          const items = itemsOf(people + turn * group + i);
          await inParallel(AT_ONCE, items, (item) => deleteItem(table, item));
        }
      });
    const times: number[] = [];
    const floors: number[] = [];
    for (let turn = 0; turn < GROUPS; turn += 1) {
      times.push(await eraseGroup(turn));
      floors.push(await deleteGroup(turn));
    }
    const [first = NaN, ...later] = times;
    yield {
      what: `erase, each later tenth of ${people.toLocaleString('en-GB')} people`,
      rival: 'the first tenth',
      ratios: later.map((time) => time / first),
      note: `${(times.reduce((sum, time) => sum + time, 0) / people).toFixed(0)} ms a person`,
    };
    yield {
      what: 'erase, 12 records counted in 6 packs',
      rival: 'deleting as many items, nothing else',
      ratios: times.map((time, i) => time / (floors[i] ?? NaN)),
    };
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is stored of one person: each record and the pointer to it. */
function itemsOf(number: number) {
  const personRef = `SU-${number}`;
  const placement = {
    ...{
      personRef,
      commissioner: 'northshire',
      service: 'day-programme',
      funding: 'spot',
      goal: 'abstinence',
    },
    ...{ referredOn: '2026-01-02', startsOn: '2026-01-05', plannedEndOn: '2026-03-30', sex: 'female' },
    substances: ['alcohol'],
  };
  const session = { personRef, kind: 'group', startsAt: '2026-01-05T10:00:00Z', attendance: 'attended' };
  const sent: [string, string, object][] = [
    ['placement', `P-${number}`, placement],
    ...Array.from({ length: SESSIONS }, (_, i): [string, string, object] => [
      'session',
      `S-${number}-${i}`,
      { ...session, workers: [`W-${i}`] },
    ]),
  ];
  const stamp = { version: 1, recordedAt: '2026-01-06T09:00:00.000Z', client: 'c' };
  return sent.flatMap(([type, id, value]) => {
    const { record } = readRecord(type, id, value);
    if (record === undefined) throw new Error('the benchmark made a record that is none');
    const item = recordItem('bench', record, stamp);
    return [item, pointerItem(item, 0)];
  });
}

async function writePerson(table: Table, number: number): Promise<void> {
  const requests = itemsOf(number).map((Item) => ({ PutRequest: { Item } }));
  await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
}

async function issueMonth(table: Table, month: string): Promise<void> {
  const at = '2026-11-05T06:00:00.000Z';
  const claim = {
    commissioner: 'northshire',
    month,
    run: month,
    asAt: at,
    fingerprint: month,
    claimedAt: at,
  };
  const pack = await claimRevision(table, { ...claim, records: 0 });
  await issuePack(table, pack, { issuedAt: at, manifestSha256: 'none' });
}
