import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aCohort } from '../../support/sent.ts';
import { tokenFor } from '../../support/system.ts';

/** The jobs of the operator at the portal, each from sign-in to done. */

vi.setConfig({ testTimeout: 180_000 });

const OPERATOR = 'Administrator of the operator';

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(async ({ provider, operator }) => {
      await operator('PUT', '/v1/commissioners/southvale', { name: 'Southvale Council' });
      await operator('PUT', '/v1/targets/northshire-family', {
        ...{ commissioner: 'northshire', measure: 'family-engagement', value: 0.35 },
        ...{ direction: 'at-least', validFrom: '2026-01-01', source: 'Demonstration contract' },
      });
      const sent = await provider('POST', '/v1/batches', { records: aCohort() });
      expect(sent.body).toMatchObject({ counts: { rejected: 0 } });
    });
  });
  afterAll(() => portal.close());

  test('runs a month by hand and sees what came of it, commissioner by commissioner', async () => {
    const { page, look, signIn, goTo, leave } = await portal.someone('operator-runs');
    await signIn(OPERATOR);
    await goTo('Runs');
    await look('runs');
    await page.getByLabel('Month', { exact: true }).selectOption('November 2026');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.getByRole('alert').getByText('The month has not ended yet').waitFor();
    await look('month-open');
    await page.getByLabel('Month', { exact: true }).selectOption('October 2026');
    await page.getByLabel('For whom').selectOption('Northshire Council (northshire)');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.getByRole('table', { name: 'Commissioners' }).waitFor();
    await page.getByText('The run is over, and nothing failed.').waitFor({ timeout: 90_000 });
    await page.getByRole('row', { name: /Northshire/ }).waitFor();
    expect(await page.getByRole('row', { name: /Northshire/ }).innerText()).toContain('Revision 1');
    await look('run-is-over');
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByText('1 issued').waitFor();
    await look('runs-so-far');
    await goTo('Packs');
    await look('packs-of-all');
    await leave();
  });

  test('makes a client whose secret is shown once and works, gives it another, and removes it', async () => {
    const { page, look, signIn, goTo, leave } = await portal.someone('operator-clients');
    const { tokenUrl } = portal.system;
    await signIn(OPERATOR);
    await goTo('Clients');
    await look('clients');
    await page.getByRole('button', { name: 'Make the client' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Give it a name' }).click();
    await look('nothing-chosen');
    await page.getByLabel('Name', { exact: true }).fill('harbour-records');
    await page.getByLabel('Bound to').selectOption('Provider: Janus Enterprise');
    await page.getByRole('checkbox', { name: 'Send records' }).check();
    await page.getByRole('button', { name: 'Make the client' }).click();
    await page.getByText('Copy the secret of harbour-records now').waitFor();
    await look('secret-shown-once');
    const made = page.getByRole('alert').locator('code');
    const [id = '', secret = ''] = await made.allInnerTexts();
    expect(await tokenFor(tokenUrl, { id, secret })).toMatch(/^ey/);

    await page.getByRole('button', { name: 'New secret for harbour-records' }).click();
    await look('sure-of-a-new-secret');
    await page.getByRole('button', { name: 'Yes, make another' }).click();
    await expect.poll(async () => (await made.allInnerTexts()).at(-1)).not.toBe(secret);
    const renewed = (await made.allInnerTexts()).at(-1) ?? '';
    expect(await tokenFor(tokenUrl, { id, secret: renewed })).toMatch(/^ey/);

    await page.getByRole('button', { name: 'Remove harbour-records' }).click();
    await page.getByRole('button', { name: 'Yes, remove it' }).click();
    await page.getByText('The client harbour-records is removed.').waitFor();
    await look('removed');
    await expect(tokenFor(tokenUrl, { id, secret: renewed })).rejects.toThrow('no token');
    expect(await page.locator('body').innerText()).not.toContain(renewed);
    await leave();
  });

  test('reads the registries', async () => {
    const { page, look, signIn, goTo, leave } = await portal.someone('operator-registries');
    await signIn(OPERATOR);
    await goTo('Registries');
    await page.getByRole('table', { name: 'Targets' }).getByText('At least 35%').waitFor();
    await look('registries');
    await leave();
  });
});
