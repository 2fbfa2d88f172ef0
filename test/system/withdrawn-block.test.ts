import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock } from '../support/finance.ts';
import { aSystem } from '../support/system.ts';

/** A block that was bought, issued and then withdrawn, as the next statement tells of it. */

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'janus-withdrawn-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const october = '/v1/statements/northshire/janus-enterprise/2026-10';
const { data: block } = aBlock({
  provider: 'janus-enterprise',
  ...{ boughtOn: '2026-10-01', validFrom: '2026-10-05', validTo: '2027-06-27' },
});

test('what was issued about a withdrawn block is taken back by the next statement, and stays readable', async () => {
  const before = await aSystem('2026-11-08T12:00:00Z', folder);
  const buyer = await before.financeOf('commissioner');
  expect((await buyer('PUT', '/v1/blocks/B-1', block)).status).toBe(201);
  await before.runMonth({ kind: 'statements' });
  const issued = (await buyer('GET', october)).body;
  expect(issued).toMatchObject({ state: 'final', due: { bought: 954_180, total: 954_180 } });
  expect((await buyer('DELETE', '/v1/blocks/B-1')).status).toBe(200);
  await before.close();

  const after = await aSystem('2026-12-08T12:00:00Z', folder);
  const payer = await after.financeOf('commissioner');
  await after.runMonth({ kind: 'statements' });
  const november = (await payer('GET', october.replace('2026-10', '2026-11'))).body;
  expect(november).toMatchObject({ state: 'final', due: { adjustments: -954_180, total: -954_180 } });
  expect((await payer('GET', october)).body).toEqual(issued);
  expect((await payer('GET', '/v1/blocks/B-1/statement?month=2026-10')).body).toMatchObject({
    blocks: [{ block: 'B-1', bought: { weeks: 36, pence: 954_180 } }],
  });
  await after.close();
});
