import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { demonstrationPeople } from '../../local/issuer/demonstration-people.ts';
import { type Issuer, openIssuer } from '../../local/issuer/open-issuer.ts';
import { type Listening, listenOnLoopback } from '../../local/network/listen-on-loopback.ts';
import { CHROMIUM, isChromiumHere, launchChromium } from '../support/chromium.ts';
import { aChallenge, anAuthorization } from '../support/person-token.ts';

/** The sign-in page of one machine, where it is used: in a browser, by its keyboard, on a small screen. */

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!isChromiumHere)(`in Chromium (skipped where it is not at ${CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  let issuer: Issuer;
  let server: Listening;
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    server = await listenOnLoopback(
      createServer((request, response) => {
        if (issuer.serves(request.url?.split('?')[0] ?? '')) void issuer.answer(request, response);
        else response.end('back');
      }),
      0,
    );
    const people = demonstrationPeople([
      { kind: 'operator', name: 'the operator' },
      { kind: 'commissioner', code: 'northshire', name: 'Northshire County Council' },
      { kind: 'provider', code: 'janus-enterprise', name: 'Janus Enterprise' },
      {
        kind: 'referrer',
        code: 'northshire-children',
        name: 'Northshire County Council, children’s services',
      },
      { kind: 'commissioner', code: 'x'.repeat(64), name: 'W'.repeat(120) },
    ]);
    issuer = await openIssuer({
      ...{ folder, origin: server.url, now: () => new Date() },
      people: () => Promise.resolve(people),
    });
    axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const asked = anAuthorization({ baseUrl: server.url, signIn: issuer.signIn }, aChallenge().challenge);
    await page.goto(`${issuer.signIn.AUTHORIZE_URL}?${asked.toString()}`);
    return { page, complaints };
  }

  test.each([1280, 320])('it has no violation by axe and is not too wide at %i pixels', async (width) => {
    const { page, complaints } = await open(width);
    await page.evaluate(axe);
    const violations = await page.evaluate<string[]>(`axe
      .run(document, { resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // Its style is let through by its hash, and nothing is asked for that is refused.
    expect(await page.evaluate('getComputedStyle(document.querySelector("button")).display')).toBe('flex');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('by the keyboard somebody is chosen, and the browser is back at the portal with a code', async () => {
    const { page } = await open(1280);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const name: string = await page.evaluate('document.activeElement.querySelector("strong").textContent');
    expect(name).toBe('First approver of the operator');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/portal?**`);
    const back = new URL(page.url());
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  });

  test('somebody who was sent from elsewhere stays, and reads why', async () => {
    const { page } = await open(320);
    const asked = anAuthorization({ baseUrl: server.url, signIn: issuer.signIn }, aChallenge().challenge, {
      redirect_uri: 'https://example.org/portal',
    });
    await page.goto(`${issuer.signIn.AUTHORIZE_URL}?${asked.toString()}`);
    expect(await page.locator('h1').textContent()).toBe('You cannot sign in from there');
    await page.close();
  });
});
