import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aCohort } from '../../support/sent.ts';

/** The job of a provider's office at the portal, from sign-in to done. */

vi.setConfig({ testTimeout: 120_000 });

const HEADER = 'id,personRef,kind,startsAt,attendance,workers';
const good = (number: number) => `S-F${number},SU-1,group,2026-10-0${number} 10:00,attended,W-1`;
const RIGHT = [HEADER, good(1), good(2), good(5)].join('\n');
const WRONG = [
  HEADER,
  good(1),
  'S-F2,SU-1,group,02/13/2026 10:00,attended,W-1',
  'S-F3,SU-1,party,2026-10-03 10:00,attended,',
].join('\n');
const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(async ({ provider }) => {
      const sent = await provider('POST', '/v1/batches', { records: aCohort() });
      expect(sent.body).toMatchObject({ counts: { rejected: 0 } });
    });
  });
  afterAll(() => portal.close());

  test('sends a month by files: tries one, sees its errors row by row, sends it put right', async () => {
    const { page, look, signIn, saved, leave } = await portal.someone('provider');
    await page.goto(`${portal.system.baseUrl}/portal`);
    await look('before-sign-in');
    await signIn('Records officer of Janus Enterprise');
    await look('send-a-file');

    await page.getByRole('button', { name: 'Try this file' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose a file' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('file');
    await look('nothing-chosen');

    await page.getByLabel('File', { exact: true }).setInputFiles(asFile('october.csv', WRONG));
    await page.getByRole('button', { name: 'Try this file' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose what the rows of the file are' }).click();
    await page.getByLabel('What the rows are').selectOption('Sessions');
    await page.getByRole('button', { name: 'Try this file' }).click();

    await page.getByText('1 row would be taken. 2 rows cannot be taken').waitFor();
    const errors = page.getByRole('table', { name: 'Rows that were left out' });
    await errors.getByText('sessions, row 3').first().waitFor();
    expect(await errors.innerText()).toContain('sessions, row 4');
    await look('tried-with-errors');
    const list = await saved(() => page.getByRole('button', { name: 'Download the whole list' }).click());
    expect(list.name).toBe('errors.csv');
    expect(list.bytes.toString()).toContain('sessions,3,startsAt');

    await page.getByRole('link', { name: 'send the file' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles(asFile('october.csv', RIGHT));
    await page.getByLabel('What the rows are').selectOption('Sessions');
    await page.getByRole('radio', { name: 'Send it' }).check();
    await look('about-to-send');
    await page.getByRole('button', { name: 'Send this file' }).click();
    await page.getByText('3 rows taken.').waitFor();
    await look('sent');

    const workbook = await saved(async () => {
      await page.getByRole('link', { name: 'Send a file' }).first().click();
      await page.getByRole('button', { name: 'Sessions alone' }).click();
    });
    expect(workbook.name).toBe('session.xlsx');
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(Uint8Array.from(workbook.bytes).buffer);
    expect(read.getWorksheet('sessions')?.getRow(1).getCell(1).value).toBe('id');
    await leave();
  });

  test('sees what has arrived and says that there is nothing of a kind to send', async () => {
    const { page, look, signIn, goTo, leave } = await portal.someone('provider-receipts');
    await signIn('Records officer of Janus Enterprise');
    await goTo('What has arrived');
    await page.getByLabel('Month', { exact: true }).selectOption('October 2026');
    await look('what-has-arrived');
    await page.getByRole('button', { name: 'Nothing to send of lapses' }).click();
    await page.getByText('It is noted that there are no lapses of October 2026.').waitFor();
    await look('nothing-to-send');
    const row = page.getByRole('row', { name: /^Lapses/ });
    expect(await row.innerText()).toContain('Nothing to send');
    await row.getByRole('button', { name: 'There are some after all' }).click();
    await page.getByText('It is noted that there are lapses to come of October 2026.').waitFor();
    await leave();
  });

  test('sees what to put right, and saves the whole list as a workbook', async () => {
    const { page, look, signIn, goTo, saved, leave } = await portal.someone('provider-quality');
    await signIn('Records officer of Janus Enterprise');
    await goTo('What to put right');
    await page.getByLabel('Month', { exact: true }).selectOption('October 2026');
    await page.getByRole('table', { name: 'Record by record' }).waitFor();
    await look('what-to-put-right');
    const workbook = await saved(() => page.getByRole('button', { name: 'Download as a workbook' }).click());
    expect(workbook.name).toBe('data-quality-2026-10.xlsx');
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
    await leave();
  });
});
