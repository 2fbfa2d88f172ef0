import { createHash } from 'node:crypto';
import { mkdirSync, rmdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStores, storeNames } from '../../local/stores.ts';
import { readDeployment } from '../../local/template/deployment.ts';
import { synthesizeTemplates } from '../../local/template/synthesize-templates.ts';
import { getItem, putItem } from '../../shared/store/dynamo.ts';
import { packFolder } from '../../shared/store/pack-files.ts';
import { personPartition } from '../../shared/store/table.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aSystem } from '../support/system.ts';

const MONTH = '2026-10';
const AREAS = ['northshire', ...Array.from({ length: 9 }, (_, i) => `area-${i + 1}`)];
const [LOST_DATES, NO_ROOM] = ['area-3', 'area-6'];

type Result = { readonly commissioner: string; readonly status: string; readonly error?: string };

test.each([
  ['in the thread that answers', 0],
  ['in threads of their own', 2],
])(
  'of ten commissioners the two whose month cannot be made fail, by name, and no other: %s',
  async (_, threads) => {
    const folder = await mkdtemp(join(tmpdir(), 'janus-damaged-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const before = await aSystem(undefined, folder);
    for (const code of AREAS.slice(1))
      await before.operator('PUT', `/v1/commissioners/${code}`, { name: `The ${code}` });
    const records = AREAS.map((commissioner, i) => ({
      ...{ type: 'placement', id: `P-${i}` },
      ...aSentPlacement(`SU-${i}`, { commissioner }),
    }));
    expect((await before.provider('POST', '/v1/batches', { records })).body).toMatchObject({
      counts: { created: AREAS.length, rejected: 0 },
    });
    await before.close();
    await loseDates(folder, AREAS.indexOf(LOST_DATES));

    const system = await aSystem(undefined, folder, undefined, threads);
    const inTheWay = blockFile(folder, `${packFolder(NO_ROOM, MONTH, 1)}/pack.pdf`);
    const run = await system.runMonth({ month: MONTH });
    const results = run['commissioners'] as Result[];
    expect(run['state']).toBe('failed');
    expect(results.map(({ commissioner }) => commissioner).sort()).toEqual([...AREAS].sort());
    expect(results.filter(({ status }) => status === 'failed')).toEqual([
      { commissioner: LOST_DATES, status: 'failed', error: expect.any(String) as string },
      { commissioner: NO_ROOM, status: 'failed', error: expect.any(String) as string },
    ]);
    expect(results.filter(({ status }) => status === 'issued')).toHaveLength(8);
    expect((await system.file('area-9', MONTH, 'pack.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    for (const code of [LOST_DATES, NO_ROOM])
      expect((await system.operator('GET', `/v1/packs/${code}/${MONTH}`)).status).toBe(404);
    // The log says at which step, of whom and of which run, wherever the function ran.
    const lines = (await readFile(system.logFile, 'utf8')).split('\n').filter((line) => line !== '');
    const failures = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ message }) => message === 'step failed');
    expect(failures.map(({ step, commissioner, runId }) => [step, commissioner, runId]).sort()).toEqual([
      ['compute-outcomes', LOST_DATES, run['id']],
      ['render-pack', NO_ROOM, run['id']],
    ]);

    // Mended, they get their packs, and nobody else gets another.
    rmdirSync(inTheWay);
    const again = { ...aSentPlacement('SU-3', { commissioner: LOST_DATES, goal: 'reduction' }) };
    expect((await system.provider('PUT', '/v1/placements/P-3', again)).status).toBe(200);
    const mended = await system.runMonth({ month: MONTH });
    const issued = (mended['commissioners'] as Result[]).filter(({ status }) => status === 'issued');
    expect(mended['state']).toBe('succeeded');
    expect(issued.map(({ commissioner }) => commissioner).sort()).toEqual([LOST_DATES, NO_ROOM]);
    await system.close();
  },
);

/** Takes the dates out of a placement as it is stored, as a restore that was cut short might. */
async function loseDates(folder: string, number: number): Promise<void> {
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: console.error });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const key = { PK: personPartition('janus-enterprise', `SU-${number}`), SK: `placement#P-${number}` };
  const item = await getItem(table, key);
  if (item === undefined) throw new Error('the placement is not where it was looked for');
  const { startsOn, referredOn, plannedEndOn, ...data } = item['data'] as Record<string, unknown>;
  expect([startsOn, referredOn, plannedEndOn]).not.toContain(undefined);
  await putItem(table, { ...item, ...key, data });
  await stores.close();
}

/** Puts a folder where the object store would keep a file, so that every try to write it fails. */
function blockFile(folder: string, key: string): string {
  const name = `${createHash('sha256').update(key).digest('hex')}.json`;
  const path = join(folder, 'objects', storeNames.PACKS_BUCKET, 'keys', name);
  mkdirSync(path);
  return path;
}
