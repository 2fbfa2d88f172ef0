import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CHROMIUM, isChromiumHere, launchChromium } from '../support/chromium.ts';
import { aSystem, type System, tokenFor } from '../support/system.ts';

/** The page that describes the interface, where it is read: in a browser, with a call that is really made. */

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!isChromiumHere)(`in Chromium (skipped where it is not at ${CHROMIUM})`, () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    system = await aSystem();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  test('shows every kind of call, finds one by its words, and makes it with a token that is typed in', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${system.baseUrl}/docs`);
    await page.getByText('/v1/batches').first().waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(60);

    const provider = system.clients.find(({ scopes }) => scopes.includes('records/write'));
    if (provider === undefined) throw new Error('no provider');
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    await page
      .locator('.auth-container', { hasText: 'bearer' })
      .getByRole('textbox')
      .first()
      .fill(await tokenFor(system.tokenUrl, provider));
    await page
      .locator('.auth-container', { hasText: 'bearer' })
      .getByRole('button', { name: 'Apply credentials' })
      .or(page.locator('.auth-container', { hasText: 'bearer' }).locator('button.authorize'))
      .first()
      .click();
    await page.locator('.modal-ux').getByRole('button', { name: 'Close' }).last().click();

    await page.getByPlaceholder('Filter by tag').fill('Receipts');
    await expect.poll(() => page.locator('.opblock').count()).toBe(3);
    const receipts = page.locator('.opblock', { hasText: 'What arrived of a month' });
    await receipts.locator('.opblock-summary-control').click();
    await receipts.getByRole('button', { name: 'Try it out' }).click();
    await receipts.getByPlaceholder('month').fill('2026-10');
    await receipts.getByRole('button', { name: 'Execute' }).click();
    const answer = receipts.locator('.live-responses-table');
    await answer.getByText('"cutOff"').first().waitFor();
    expect(await answer.locator('.response-col_status').last().innerText()).toContain('200');

    expect(asked.filter((url) => !url.startsWith(system.baseUrl) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has no critical violation by axe', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    await page.goto(`${system.baseUrl}/docs`);
    await page.getByText('/v1/batches').first().waitFor();
    await page.addScriptTag({
      content: await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'),
    });
    const violations = await page.evaluate<string[]>(
      "axe.run().then(({violations}) => violations.filter(({impact}) => impact === 'critical').map(({id}) => id))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  test('serves what the page is made of and nothing else', async () => {
    const get = (path: string) => fetch(`${system.baseUrl}${path}`);
    expect((await get('/docs/swagger-ui.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    for (const path of ['/docs/package.json', '/docs/..%2f..%2fpackage.json', '/docs/constructor'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const policy = (await get('/docs')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
  });
});
