import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { aSystem, type System } from './system.ts';

/** People at the portal of a whole system, in a browser without a screen; a picture of every step is kept. */

const PICTURES = fileURLToPath(new URL('../../out/look/portal', import.meta.url));
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

/**
 * Starts a system, in a folder of its own or in one that an earlier one left, and a browser; `prepare` fills the system
 * before anybody looks.
 */
export async function aPortal(prepare: (system: System) => Promise<void>, folder?: string) {
  const system = await aSystem(undefined, folder);
  await prepare(system);
  const browser = await launchChromium();
  const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const policy = (await fetch(`${system.baseUrl}/portal`)).headers.get('content-security-policy') ?? '';
  const known = [system.baseUrl, ...(policy.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [])];
  return {
    system,
    /** Somebody in a browser of their own; the name is that of their pictures. */
    someone: (name: string) => someoneIn({ browser, axe, known, name, baseUrl: system.baseUrl }),
    close: async () => {
      await browser.close();
      await system.stop();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof aPortal>>;

type Circumstances = {
  readonly browser: Browser;
  readonly axe: string;
  /** The origins that may be asked. */
  readonly known: readonly string[];
  readonly name: string;
  readonly baseUrl: string;
};

async function someoneIn({ browser, axe, known, name, baseUrl }: Circumstances) {
  const context = await browser.newContext({ viewport: WIDE, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    // What the interface refuses is told by the browser, too, and looked at by who walks.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!known.some((origin) => url.startsWith(origin)) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  let pictures = 0;

  /** Looks at a step: axe, at 1280 and at 320 pixels, that nothing has to be moved sideways, and a picture of each. */
  async function look(step: string): Promise<void> {
    await settled(page);
    pictures += 1;
    const file = `${String(pictures).padStart(2, '0')}-${step}`;
    mkdirSync(join(PICTURES, name), { recursive: true });
    for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      await page.setViewportSize(viewport);
      await painted(page, viewport);
      await page.screenshot({ path: join(PICTURES, name, `${file}-${width}.png`), fullPage: true });
      await page.evaluate(axe);
      expect([step, width, await violationsOn(page)]).toEqual([step, width, []]);
      const sideways = await page.evaluate<number>(
        '(() => { window.scrollTo(10_000, 0); const moved = window.scrollX; window.scrollTo(0, 0); return moved; })()',
      );
      expect([step, width, sideways]).toEqual([step, width, 0]);
    }
    await page.setViewportSize(WIDE);
    expect([step, await page.locator('h1').count()]).toEqual([step, 1]);
  }

  return {
    page,
    look,
    /** How the page is on paper: a picture, without what can only be clicked. */
    print: async (step: string): Promise<void> => {
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: join(PICTURES, name, `${step}-on-paper.png`), fullPage: true });
      expect(await page.locator('nav, button:not(.link)').filter({ visible: true }).count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
    },
    /** From the portal's address to its first page, as one of the demonstration's people. */
    signIn: async (person: string): Promise<void> => {
      await page.goto(`${baseUrl}/portal`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: person }).click();
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      await settled(page);
    },
    /** Opens a page by its name among the pages. */
    goTo: async (name: string): Promise<void> => {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await settled(page);
    },
    /** What a click saves, under which name. */
    saved: async (click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), click()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    /** Ends, with nothing to complain of, nobody else asked, and nothing left in the browser. */
    leave: async (): Promise<void> => {
      expect(complaints).toEqual([]);
      expect(elsewhere).toEqual([]);
      const kept = await page.evaluate<string[]>(
        '[...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie].filter(Boolean)',
      );
      expect(kept).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(page.url()).not.toMatch(/code=|state=/);
      await context.close();
    },
  };
}

/** A frame out of sight is not painted, so the window is made high enough for a picture of it. */
async function painted(page: Page, viewport: typeof WIDE): Promise<void> {
  if ((await page.locator('iframe.pack').count()) === 0) return;
  await page.setViewportSize({ ...viewport, height: 5000 });
  await page.waitForTimeout(500);
}

/** Until nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await expect.poll(() => page.locator('.waiting').count(), { timeout: 30_000 }).toBe(0);
}

const violationsOn = (page: Page) =>
  page.evaluate<string[]>(`axe
    .run(document, { resultTypes: ['violations'], iframes: false })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
