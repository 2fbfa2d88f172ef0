import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { drawCharts } from '../../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../../shared/render/html/write-html.ts';
import { reportOf } from '../../shared/report/report.ts';
import { documentOf } from '../support/compute.ts';
import { aCrowd } from '../support/crowd.ts';
import { CHROMIUM, isChromiumHere, launchChromium } from '../support/chromium.ts';
import { sampleDocuments } from '../support/outcome-document.ts';

/** The page of a pack where it is read: in a browser, without a screen. */

/** Every kind of block, under a name that would run; little; nothing; and a month as it is computed. */
const documents = {
  full: {
    ...sampleDocuments.revised,
    commissionerName: `<script>document.title = 'run'</script>"><b onclick=x>`,
  },
  tiny: sampleDocuments.tiny,
  nobody: documentOf({ people: [] }),
  sixty: documentOf(aCrowd(7, 60)),
};

/** Axe looks at every element of a page, which takes its time where there are thousands. */
vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!isChromiumHere)(`in Chromium (skipped where it is not at ${CHROMIUM})`, () => {
  let browser: Browser;
  let server: Server;
  let axe: string;
  let origin: string;
  const asked: string[] = [];
  const pages = new Map<string, Uint8Array>();

  beforeAll(async () => {
    for (const [name, document] of Object.entries(documents)) {
      const report = reportOf(document);
      pages.set(`/${name}`, writeHtml(report, await drawCharts(report)));
    }
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const body = pages.get(url);
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const WIDE = { width: 1280, height: 900 };
  const NARROW = { width: 320, height: 640 };

  async function open<Result>(
    name: string,
    options: BrowserContextOptions,
    use: (page: Page, complaints: string[]) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${origin}/${name}`);
      return await use(page, complaints);
    } finally {
      await context.close();
    }
  }

  /** How far the page can be moved sideways, in pixels. */
  const sideways = (page: Page) => page.evaluate<number>('(window.scrollTo(10_000, 0), window.scrollX)');

  const violationsOn = (page: Page) =>
    page.evaluate<string[]>(`axe
      .run(document, { resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);

  /** Something of where the keyboard is. */
  const atKeyboard = (page: Page, what: string) =>
    page.evaluate<string | undefined>(`document.activeElement?.${what}`);

  describe.each(Object.keys(documents))('the %s pack', (name) => {
    test('has no violation by axe at 1280 and at 320 pixels', async () => {
      const violations = await open(name, { viewport: WIDE }, async (page) => {
        await page.evaluate(axe);
        const wide = await violationsOn(page);
        await page.setViewportSize(NARROW);
        return [...wide, ...(await violationsOn(page))];
      });
      expect(violations).toEqual([]);
    });

    test('is not wider than the window at 320 pixels, nor at 1280 zoomed to 200%', async () => {
      expect(await open(name, { viewport: NARROW }, sideways)).toBe(0);
      const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
      expect(await open(name, zoomed, sideways)).toBe(0);
    });

    test('asks for nothing but itself, and the browser has nothing to complain of', async () => {
      asked.length = 0;
      const [requests, complaints] = await open(name, { viewport: WIDE }, async (page, complained) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(request.url()));
        await page.reload({ waitUntil: 'networkidle' });
        return [sent, complained];
      });
      expect(requests).toEqual([`${origin}/${name}`]);
      expect(new Set(asked)).toEqual(new Set([`/${name}`]));
      expect(complaints).toEqual([]);
    });
  });

  test('is not wider than the window where the reader’s letters are twice as large', async () => {
    const moved = await open('full', { viewport: WIDE }, async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('32px');
      return sideways(page);
    });
    expect(moved).toBe(0);
  });

  test('runs nothing that a name holds', async () => {
    const title = await open('full', {}, (page) => page.title());
    expect(title).toMatch(/^Outcomes of drug and alcohol treatment: <script>/);
  });

  test('the first stop of the keyboard leads past the contents', async () => {
    await open('full', { viewport: WIDE }, async (page) => {
      await page.keyboard.press('Tab');
      expect(await atKeyboard(page, 'textContent')).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await atKeyboard(page, 'tagName')).toBe('MAIN');
    });
  });

  /** Goes on by the keyboard until a button says what is wanted. */
  async function tabTo(page: Page, table: string, column: string): Promise<void> {
    for (let stop = 0; stop < 400; stop += 1) {
      await page.keyboard.press('Tab');
      const within = await atKeyboard(page, "closest('table')?.caption.textContent");
      if (within === table && (await atKeyboard(page, 'textContent')) === column) return;
    }
    throw new Error(`no stop of the keyboard at ${column} of ${table}`);
  }

  test('a table is put in order by the keyboard alone, group by group, and back as it was', async () => {
    await open('full', { viewport: WIDE }, async (page) => {
      const table = 'Abstinence retention by group at day 84';
      const own = page.locator('table', { has: page.locator('caption', { hasText: table }) });
      const shown = async () => ({
        order: await Promise.all(
          (await own.locator('thead th').all()).map((head) => head.getAttribute('aria-sort')),
        ),
        groups: await Promise.all(
          (await own.locator('tbody').all()).map(async (body) =>
            Promise.all(
              (await body.locator('tr').all()).map((row) => row.locator('th, td').allTextContents()),
            ),
          ),
        ),
      });
      const issued = await shown();
      await tabTo(page, table, 'Estimate');

      await page.keyboard.press('Enter');
      const rising = await shown();
      expect(rising.order).toEqual([null, null, 'ascending', null, null, null, null]);
      expect(rising.groups.map(([label]) => label)).toEqual(issued.groups.map(([label]) => label));
      rising.groups.forEach((group, i) => {
        expect(group.toSorted()).toEqual(issued.groups[i]?.toSorted());
        expect(estimates(group)).toEqual(estimates(group).toSorted((a, b) => a - b));
      });

      await page.keyboard.press('Space');
      const falling = await shown();
      expect(falling.order[2]).toBe('descending');
      for (const group of falling.groups)
        expect(estimates(group)).toEqual(
          estimates(group).toSorted((a, b) => (a === Infinity || b === Infinity ? a - b : b - a)),
        );

      await page.keyboard.press('Enter');
      expect(await shown()).toEqual(issued);
    });
  });

  /** The numbers of a column of percentages below the name of the group; what is withheld comes last. */
  const estimates = (group: readonly (readonly string[])[]) =>
    group.slice(1).map((row) => (row[2]?.includes('%') ? Number.parseFloat(row[2]) : Infinity));

  test('months are put in order by the calendar', async () => {
    await open('full', { viewport: WIDE }, async (page) => {
      const months = page.locator('table', { has: page.getByText('Attendance: the points over time') });
      const first = () => months.locator('tbody th').allTextContents();
      const issued = await first();
      const button = months.getByRole('button', { name: 'Month' });
      await button.click();
      expect(await first()).toEqual(issued);
      await button.click();
      expect(await first()).toEqual(issued.toReversed());
    });
  });

  test('without its script the page has no button, and all of its rows', async () => {
    const count = (javaScriptEnabled: boolean) =>
      open('full', { javaScriptEnabled }, async (page) => ({
        rows: await page.locator('tr').count(),
        buttons: await page.locator('button').count(),
      }));
    const [bare, whole] = [await count(false), await count(true)];
    expect(bare.buttons).toBe(0);
    expect(whole.buttons).toBeGreaterThan(0);
    expect(bare.rows).toBe(whole.rows);
  });

  test('a table that is too wide can be reached and moved by the keyboard, one that fits is no stop', async () => {
    const stops = (viewport: typeof WIDE) =>
      open('full', { viewport }, async (page) => {
        await page.waitForFunction("document.querySelectorAll('.scroll[tabindex]').length < 20");
        return page.locator('[role=group][tabindex="0"]').count();
      });
    expect(await stops(WIDE)).toBe(0);
    await open('full', { viewport: NARROW }, async (page) => {
      const wide = page.locator('[role=group][tabindex="0"]').first();
      await wide.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate<number>('document.activeElement.scrollLeft')).toBeGreaterThan(0);
    });
  });

  test('a page of all that can be in one is smaller than a megabyte', () => {
    for (const bytes of pages.values()) expect(bytes.length).toBeLessThan(1_000_000);
  });
});
