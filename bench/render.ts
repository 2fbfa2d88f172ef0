import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { drawCharts } from '../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../shared/render/html/write-html.ts';
import { writePdf } from '../shared/render/pdf/write-pdf.ts';
import { reportOf } from '../shared/report/report.ts';
import { type Comparison, ratiosOf } from './compare.ts';
import { computeFrom } from './compute.ts';
import { preparedPages } from './prepared-pages.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ROUNDS = 7;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A warm PDF with its charts drawn anew, against headless Chromium printing the same page with ready charts. */
export async function* render(): AsyncGenerator<Comparison> {
  const what = 'render, one warm PDF';
  const rival = 'Chromium printing the same page';
  if (!existsSync(CHROMIUM)) {
    yield { what, rival, note: `no Chromium at ${CHROMIUM}; name one in CHROMIUM` };
    return;
  }
  const document = computeFrom(preparedPages(10_000));
  const page = reportOf(document);
  const html = Buffer.from(writeHtml(page, await drawCharts(page))).toString('utf8');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  try {
    const print = async () => {
      const page = await browser.newPage();
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
      await page.close();
    };
    const write = () => writePdf(reportOf(document), document.asAt);
    const { ratios, ms } = await ratiosOf(write, print, ROUNDS);
    yield { what, rival, ratios, note: `${Math.round(ms)} ms a pack` };
  } finally {
    await browser.close();
  }
}
