import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import { drawCharts } from '../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../shared/render/html/write-html.ts';
import { writePdf } from '../shared/render/pdf/write-pdf.ts';
import { reportOf } from '../shared/report/report.ts';
import { type BenchSettings, type Comparison, ratiosOf } from './compare.ts';
import { computeFrom } from './compute.ts';
import { preparedPages } from './prepared-pages.ts';
import { runProcess } from './render/run-process.ts';
import { withChartJs } from './render/with-chart-js.ts';
import { middleOf } from './spread.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ONE_PDF = fileURLToPath(new URL('render/one-pdf.ts', import.meta.url));
/** In a quick run one of each. */
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

/**
 * A pack's PDF and page, against the same with their charts drawn already, and against headless Chromium with the same
 * page whose charts Chart.js draws in it: warm, and cold.
 */
export async function* render({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const document = computeFrom(preparedPages(10_000));
  const report = reportOf(document);
  const drawings = await drawCharts(report);
  const rounds = quick ? 1 : WARM_ROUNDS;
  const drawn = () => writePdf(report, document.asAt, drawings);
  const { ratios, ms } = await ratiosOf(() => writePdf(report, document.asAt), drawn, rounds);
  const note = `${Math.round(ms)} ms a pack`;
  const rival = 'the same with its charts drawn already';
  yield { what: 'render, one warm PDF', rival, ratios, note, atMost: 4 };
  if (!existsSync(CHROMIUM)) {
    const missing = `no Chromium at ${CHROMIUM}; name one in CHROMIUM`;
    yield { what: 'render, one warm PDF', rival: 'Chromium with Chart.js', note: missing };
    return;
  }
  const ready = Buffer.from(writeHtml(report, drawings)).toString('utf8');
  const drawing = withChartJs(ready, report);
  yield* warm(document, ready, drawing, rounds);
  yield* cold(document, drawing, quick ? 1 : COLD_ROUNDS);
}

const writeWhole = (document: OutcomeDocument) => writePdf(reportOf(document), document.asAt);

async function* warm(
  document: OutcomeDocument,
  ready: string,
  drawing: string,
  rounds: number,
): AsyncGenerator<Comparison> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const shown = (html: string, use: (page: Page) => Promise<unknown>) => async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    await use(page);
    await page.close();
  };
  const print = (page: Page) => page.pdf({ format: 'A4', tagged: true, outline: true });
  try {
    for (const [rival, html] of [
      ['Chromium with Chart.js, open already', drawing],
      ['the same with its charts ready as SVG', ready],
    ] as const) {
      const { ratios } = await ratiosOf(() => writeWhole(document), shown(html, print), rounds);
      yield { what: 'render, one warm PDF', rival, ratios, atMost: 0.2 };
    }
    const writePage = async () => {
      const report = reportOf(document);
      return writeHtml(report, await drawCharts(report));
    };
    const { ratios, ms } = await ratiosOf(
      writePage,
      shown(drawing, (page) => page.content()),
      rounds,
    );
    const note = `${Math.round(ms)} ms a page`;
    yield { what: 'render, one warm HTML page', rival: 'Chromium with Chart.js, open already', ratios, note };
  } finally {
    await browser.close();
  }
}

async function* cold(document: OutcomeDocument, html: string, count: number): AsyncGenerator<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-render-'));
  try {
    const [data, page, pdf] = ['outcomes.json', 'page.html', 'pack.pdf'].map((name) => join(folder, name));
    if (data === undefined || page === undefined || pdf === undefined) return;
    await writeFile(data, JSON.stringify(document));
    await writeFile(page, html);
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const toPdf = ['--headless', profile, `--print-to-pdf=${pdf}`, pathToFileURL(page).href];
    const rounds: { own: Ran; rival: Ran }[] = [];
    for (let round = 0; round < count; round += 1)
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
