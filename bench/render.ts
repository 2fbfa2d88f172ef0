import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import { drawCharts, type Drawings } from '../shared/render/charts/draw-charts.ts';
import { writeHtml } from '../shared/render/html/write-html.ts';
import { writePdf } from '../shared/render/pdf/write-pdf.ts';
import type { Report } from '../shared/report/blocks.ts';
import { reportOf } from '../shared/report/report.ts';
import { type BenchSettings, type Comparison, growthOf, inTurns, over, ratiosOf } from './compare.ts';
import { computeFrom } from './compute.ts';
import { preparedPages } from './prepared-pages.ts';
import { chartsOf, pagesOf } from './render/size-of.ts';
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

/** What is warm is a pack of so many sections that it has the 12 pages and 10 charts that its promises are of. */
const SECTIONS = new Set(['summary', 'abstinence-retention', 'volunteer-progression', 'retention', 'about']);

/** Of the packs that are written between. */
const ANOTHER_MONTH = '2026-09';

/**
 * A pack's PDF and page, against the same with their charts drawn already, and against headless Chromium with the same
 * page whose charts Chart.js draws in it: warm, how it grows to a whole pack, and a whole one cold. The compiler keeps
 * what it laid out last, so another month's pack is written before each, as in a run: else a second pack of the same
 * figures would be laid out in no time.
 */
export async function* render({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const records = preparedPages(100_000);
  const document = computeFrom(records);
  const { asAt } = document;
  const whole = reportOf(document);
  const part = partOf(whole);
  const rounds = quick ? 1 : WARM_ROUNDS;
  const [pages, wholePages] = [
    await pagesOf(await writePdf(part, asAt)),
    await pagesOf(await writePdf(whole, asAt)),
  ];
  const what = `render, one warm PDF of ${pages} pages and ${chartsOf(part)} charts`;
  const drawings = await drawCharts(part);
  const write = () => writePdf(partOf(reportOf(document)), asAt);
  const another = partOf(reportOf(computeFrom(records, ANOTHER_MONTH)));
  // Twice, since the compiler keeps what was in either of the last two.
  const between = async () => {
    await writePdf(another, asAt);
    await writePdf(another, asAt);
  };
  const { ratios, ms } = await ratiosOf(write, () => writePdf(part, asAt, drawings), rounds, between);
  const rival = 'ours, its charts drawn before';
  yield { what, rival, ratios, note: `${Math.round(ms)} ms`, atMost: 4 };
  if (!quick) {
    const growth = await ratiosOf(() => writePdf(whole, asAt), write, rounds, between);
    yield growthOf(`render, ${pages} to ${wholePages} pages`, 'pages', wholePages / pages, growth.ratios);
  }
  if (!existsSync(CHROMIUM)) {
    const missing = `no Chromium at ${CHROMIUM}; name one in CHROMIUM`;
    yield { what, rival: 'Chromium with Chart.js', note: missing };
    return;
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const version = `Chromium ${browser.version()}`;
  try {
    const settings = { rounds, between };
    for await (const line of warm(what, browser, part, drawings, write, settings)) yield { ...line, version };
  } finally {
    await browser.close();
  }
  for await (const line of cold(document, quick ? 1 : COLD_ROUNDS)) yield { ...line, version };
}

const partOf = (report: Report): Report => ({
  ...report,
  sections: report.sections.filter(({ id }) => SECTIONS.has(id)),
});

async function* warm(
  what: string,
  browser: Browser,
  report: Report,
  drawings: Drawings,
  write: () => Promise<unknown>,
  { rounds, between }: { readonly rounds: number; readonly between: () => Promise<void> },
): AsyncGenerator<Comparison> {
  const html = (drawn: Drawings) => Buffer.from(writeHtml(report, drawn)).toString('utf8');
  const ready = html(drawings);
  const drawing = withChartJs(ready, report);
  const shown = async <Made>(page: string, use: (page: Page) => Promise<Made>): Promise<Made> => {
    const tab = await browser.newPage();
    await tab.setContent(page);
    const made = await use(tab);
    await tab.close();
    return made;
  };
  const print = (page: Page) => page.pdf({ format: 'A4', tagged: true, outline: true });
  for (const [rival, page] of [
    ['Chromium printing our page, its charts drawn by Chart.js in it', drawing],
    ['Chromium printing our page, its charts drawn by us before', ready],
  ] as const) {
    const { ratios } = await ratiosOf(write, () => shown(page, print), rounds, between);
    const note = `${await pagesOf(await shown(page, print))} pages`;
    yield { what, rival, ratios, atMost: 0.2, note };
  }
  const { ratios, ms } = await ratiosOf(
    async () => html(await drawCharts(report)),
    () => shown(drawing, (page) => page.content()),
    rounds,
  );
  yield {
    what: 'render, the charts of one warm HTML page and the page',
    rival: 'Chromium opening our page, its charts drawn by Chart.js in it',
    ratios,
    note: `${Math.round(ms)} ms`,
  };
}

async function* cold(document: OutcomeDocument, count: number): AsyncGenerator<Comparison> {
  const report = reportOf(document);
  const html = withChartJs(Buffer.from(writeHtml(report, await drawCharts(report))).toString('utf8'), report);
  const folder = await mkdtemp(join(tmpdir(), 'janus-render-'));
  try {
    const file = (name: string) => join(folder, name);
    const [data, page, ours, theirs] = ['outcomes.json', 'page.html', 'ours.pdf', 'theirs.pdf'].map(file);
    if (data === undefined || page === undefined || ours === undefined || theirs === undefined) return;
    await writeFile(data, JSON.stringify(document));
    await writeFile(page, html);
    const profile = `--user-data-dir=${file('profile')}`;
    const toPdf = ['--headless', profile, `--print-to-pdf=${theirs}`, pathToFileURL(page).href];
    const [own = [], rival = []] = await inTurns(
      count,
      [
        () => runProcess(process.execPath, [ONE_PDF, data, ours]),
        () => runProcess(CHROMIUM, [...QUIET, ...toPdf]),
      ],
      { warmed: false },
    );
    const [pages, printed] = await Promise.all(
      [ours, theirs].map(async (pdf) => pagesOf(await readFile(pdf))),
    );
    const times = (runs: readonly Ran[]) => runs.map(({ ms }) => ms);
    const megabytes = (runs: readonly Ran[]) => runs.map(({ bytes }) => bytes / 2 ** 20);
    const middle = (of: (runs: readonly Ran[]) => number[], unit: string) =>
      `${Math.round(middleOf(of(own)))} ${unit} against ${Math.round(middleOf(of(rival)))}`;
    yield {
      what: `render, one cold PDF of ${pages ?? 0} pages and ${chartsOf(report)} charts`,
      rival: 'Chromium started to print our page, its charts drawn by Chart.js',
      ratios: over(times(own), times(rival)),
      note: `${middle(times, 'ms')}, ${printed ?? 0} pages`,
    };
    yield {
      what: 'render, peak memory of that cold PDF',
      rival: 'that Chromium, with all its processes',
      ratios: over(megabytes(own), megabytes(rival)),
      note: middle(megabytes, 'MB'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Ran = Awaited<ReturnType<typeof runProcess>>;
