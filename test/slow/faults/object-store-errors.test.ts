import { afterAll, beforeAll, expect, test } from 'vitest';
import { failingObjects } from '../../support/failing-stores.ts';
import { aCohort } from '../../support/sent.ts';
import { aSystem, type System } from '../../support/system.ts';
import { errorsOf, upload } from '../../support/uploads.ts';
import { expectWhole, issuedRevisions } from '../../support/whole-pack.ts';

/** S3 that answers 500 and 503, in turn, to a month run and to an upload. */

const MONTH = '2026-10';

let system: System;
let failing: (folder: string, isFirst: boolean) => boolean = () => false;
let failures = 0;
beforeAll(async () => {
  system = await aSystem(
    undefined,
    undefined,
    failingObjects(({ folder, isFirst }) => {
      const fails = failing(folder, isFirst);
      if (fails) failures += 1;
      return fails;
    }),
  );
  await system.provider('POST', '/v1/batches', { records: aCohort() });
});
afterAll(() => system.stop());

test('while it fails every try a run names the commissioner without a pack; the next one issues it whole', async () => {
  failing = (folder) => folder === 'render-pack';
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    ...{ state: 'failed', commissioners: [{ commissioner: 'northshire', status: 'failed' }] },
  });
  expect(await issuedRevisions(system, MONTH)).toEqual([]);
  failing = () => false;
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    ...{ state: 'succeeded', commissioners: [{ status: 'issued', revision: 1 }] },
  });
  expect(await issuedRevisions(system, MONTH)).toEqual([1]);
  await expectWhole(system, MONTH, 1);
  console.log(
    'S3 fails every try of a render: no pack, the commissioner named; run again, revision 1 is whole.',
  );
});

test('while it fails every first try nobody notices', async () => {
  await system.provider('DELETE', '/v1/placements/P-SU-20?reason=entered-in-error');
  failures = 0;
  failing = (folder, isFirst) => isFirst && /compute-outcomes|render-pack/.test(folder);
  expect(await system.runMonth({ month: MONTH })).toMatchObject({
    ...{ state: 'succeeded', commissioners: [{ status: 'issued', revision: 2 }] },
  });
  failing = () => false;
  await expectWhole(system, MONTH, 2);
  await expectWhole(system, MONTH, 1);
  console.log(
    `S3 fails ${failures} requests of a month run once each: revision 2 is whole at the first run.`,
  );
});

test('an upload that it fails is taken up again and ends with every row once', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => {
    const kind = i === 7 ? 'none' : 'group';
    return `U-${i + 1},SU-${(i % 12) + 1},${kind},2026-02-0${(i % 9) + 1} 10:00,attended,W-1`;
  });
  const csv = ['id,personRef,kind,startsAt,attendance,workers', ...rows].join('\n');
  // Six requests that fail each of their three tries, so that deliveries of the message fail.
  failures = 0;
  failing = (folder) => folder === 'process-upload' && failures < 6;
  const done = await upload(system.provider, { format: 'csv', type: 'session' }, csv);
  expect(done).toMatchObject({
    state: 'done',
    rowsRead: 30,
    counts: { created: 29, amended: 0, unchanged: 0, rejected: 1 },
  });
  expect(await errorsOf(system.provider, done['id'])).toHaveLength(1);
  expect(failures).toBe(6);
  const { body } = await system.provider('GET', '/v1/sessions/U-1/history');
  expect(body['versions']).toHaveLength(1);
  console.log('S3 fails two deliveries of an upload: 29 of 29 rows stored once, 1 of 1 wrong row told.');
});
