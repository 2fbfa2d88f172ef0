import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import { drawCharts } from '../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../shared/render/html/write-html.ts';
import { writePdf } from '../shared/render/pdf/write-pdf.ts';
import { reportOf } from '../shared/report/report.ts';
import { type Comparison, ratiosOf } from './compare.ts';
import { computeFrom } from './compute.ts';
import { preparedPages } from './prepared-pages.ts';
import { runProcess } from './render/run-process.ts';
import { withChartJs } from './render/with-chart-js.ts';
import { middleOf } from './spread.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ONE_PDF = fileURLToPath(new URL('render/one-pdf.ts', import.meta.url));
const WARM_ROUNDS = 7;
const COLD_ROUNDS = 3;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A pack's PDF, against headless Chromium printing the same page whose charts Chart.js draws in it: warm, and cold. */
export async function* render(): AsyncGenerator<Comparison | string> {
  if (!existsSync(CHROMIUM)) {
    const note = `no Chromium at ${CHROMIUM}; name one in CHROMIUM`;
    yield { what: 'render, one PDF', rival: 'Chromium with Chart.js', note };
    return;
  }
  const document = computeFrom(preparedPages(10_000));
  const report = reportOf(document);
  const ready = Buffer.from(writeHtml(report, await drawCharts(report))).toString('utf8');
  const drawing = withChartJs(ready, report);
  yield* warm(document, ready, drawing);
  yield* cold(document, drawing);
}

async function* warm(document: OutcomeDocument, ready: string, drawing: string): AsyncGenerator<Comparison> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const print = (html: string) => async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.pdf({ format: 'A4', tagged: true, outline: true });
    await page.close();
  };
  const write = () => writePdf(reportOf(document), document.asAt);
  try {
    for (const [rival, html] of [
      ['Chromium with Chart.js, open already', drawing],
      ['the same with its charts ready as SVG', ready],
    ] as const) {
      const { ratios, ms } = await ratiosOf(write, print(html), WARM_ROUNDS);
      yield { what: 'render, one warm PDF', rival, ratios, note: `${Math.round(ms)} ms a pack` };
    }
  } finally {
    await browser.close();
  }
}

async function* cold(document: OutcomeDocument, html: string): AsyncGenerator<Comparison | string> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-render-'));
  try {
    const [data, page, pdf] = ['outcomes.json', 'page.html', 'pack.pdf'].map((name) => join(folder, name));
    if (data === undefined || page === undefined || pdf === undefined) return;
    await writeFile(data, JSON.stringify(document));
    await writeFile(page, html);
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const toPdf = ['--headless', profile, `--print-to-pdf=${pdf}`, pathToFileURL(page).href];
    const rounds: { own: Ran; rival: Ran }[] = [];
    for (let round = 0; round < COLD_ROUNDS; round += 1)
      rounds.push({
        own: await runProcess(process.execPath, [ONE_PDF, data, pdf]),
        rival: await runProcess(CHROMIUM, [...QUIET, ...toPdf]),
      });
    const own = middleOf(rounds.map((round) => round.own.ms));
    yield {
      what: 'render, one cold PDF',
      rival: 'Chromium with Chart.js, started for it',
      ratios: rounds.map((round) => round.own.ms / round.rival.ms),
      note: `${Math.round(own)} ms a pack`,
    };
    yield {
      what: 'render, memory of a cold PDF',
      rival: 'the same',
      ratios: rounds.map((round) => round.own.bytes / round.rival.bytes),
      note: `${Math.round(middleOf(rounds.map((round) => round.own.bytes)) / 2 ** 20)} MB`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Ran = Awaited<ReturnType<typeof runProcess>>;
