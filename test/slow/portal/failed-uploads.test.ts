import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBucket } from '../../../local/objects/bucket.ts';
import { uploadedFile } from '../../../shared/store/upload-files.ts';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aSystem } from '../../support/system.ts';

/** The operator lets a file go on of whose coming in nobody was told. */

vi.setConfig({ testTimeout: 120_000 });

const FILE = 'id,personRef,kind,startsAt,attendance,workers\nS-F1,SU-1,group,2026-10-01 10:00,attended,W-1\n';

/** A system that stopped with a file in its bucket whose message was lost. */
async function lostMessage(): Promise<{ folder: string; id: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-lost-'));
  const system = await aSystem('2026-11-04T09:00:00Z', folder);
  const opened = await system.provider('POST', '/v1/uploads', {
    format: 'csv',
    type: 'session',
    mode: 'validate',
  });
  await system.close();
  const id = String(opened.body['id']);
  const body = join(folder, 'october.csv');
  await writeFile(body, FILE);
  openBucket(join(folder, 'objects', 'janus-uploads'), { versioned: false, now: () => new Date() }).put(
    uploadedFile({ provider: 'janus-enterprise', id }),
    { body: { file: body, size: FILE.length, checksums: {} }, etag: '"of-october"', headers: {} },
  );
  return { folder, id };
}

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  let id: string;
  beforeAll(async () => {
    const lost = await lostMessage();
    id = lost.id;
    portal = await aPortal(() => Promise.resolve(), lost.folder);
  });
  afterAll(() => portal.close());

  test('the operator sees the upload that did not end, lets it go on, and it ends', async () => {
    const { page, look, signIn, goTo, leave } = await portal.someone('operator-uploads');
    await signIn('Administrator of the operator');
    await goTo('Failed uploads');
    await page.getByText(id, { exact: true }).waitFor();
    await look('did-not-end');
    await page.getByRole('button', { name: `Let it go on upload ${id}` }).click();
    await page.getByText(`The upload ${id} goes on from where it stopped.`).waitFor();
    await look('goes-on');
    await expect
      .poll(async () => (await portal.system.provider('GET', `/v1/uploads/${id}`)).body['state'], {
        timeout: 30_000,
      })
      .toBe('done');
    await goTo('Runs');
    await goTo('Failed uploads');
    await page.getByText('No upload has failed.').waitFor();
    await leave();
  });
});
