import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { named, readHtml, textsWithin } from '../render/read-html.ts';
import { readPdf, squeeze } from '../render/read-pdf.ts';
import { aCohort, aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** One pack from the running system, read back file by file: the same figures stand in all of them. */

type Estimate = { path: string; value: number; lower?: number | null; upper?: number | null; day?: number };

let system: System;
let document: { measures: Record<string, unknown> };
const files: Record<string, Buffer> = {};

beforeAll(async () => {
  system = await aSystem();
  const lapses = Array.from({ length: 12 }, (_, i) => ({
    type: 'lapse',
    id: `L-${i}`,
    personRef: `SU-${i + 1}`,
    openedOn: `2026-02-${10 + i}`,
    source: 'self-report',
    substance: 'alcohol',
    ...(i < 6 ? { outcome: 'recovered', returnedOn: `2026-03-${10 + i}` } : { outcome: 'open' }),
  }));
  const families = Array.from({ length: 16 }, (_, i) => {
    const personRef = `SU-now-${i}`;
    const family = i < 7 ? { family: [{ ref: `F-${i}`, relationship: 'parent' }] } : {};
    return [
      {
        type: 'placement',
        id: `P-now-${i}`,
        ...aSentPlacement(personRef, { startsOn: '2026-09-01', plannedEndOn: '2026-11-23' }),
      },
      {
        type: 'session',
        id: `S-now-${i}`,
        ...aSentSession(personRef, { startsAt: '2026-10-05T10:00:00Z', ...family }),
      },
      { type: 'test', id: `T-now-${i}`, ...aSentTest(personRef, { collectedAt: '2026-10-06T10:00:00Z' }) },
    ];
  }).flat();
  const sent = await system.provider('POST', '/v1/batches', {
    records: [...aCohort(), ...lapses, ...families],
  });
  expect(sent.body).toMatchObject({ counts: { rejected: 0 } });
  await system.runMonth({ month: '2026-10' });
  for (const name of ['outcomes.json', 'outcomes.csv', 'pack.xlsx', 'pack.html', 'pack.pdf']) {
    files[name] = await system.file('northshire', '2026-10', name);
  }
  document = JSON.parse(files['outcomes.json']!.toString('utf8')) as typeof document;
});
afterAll(() => system.stop());

/** Every estimate anywhere in the outcome document, found without knowing its shape. */
function estimates(node: unknown, path: string): Estimate[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as { state?: string; value?: number };
  const here =
    own.state === 'estimated' && typeof own.value === 'number' ? [{ ...(own as Estimate), path }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, within]) => estimates(within, `${path}/${key}`))];
}

const all = () => estimates(document.measures, '');
const numbersOf = (some: readonly Estimate[]) =>
  some
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .filter((number) => typeof number === 'number');

test('the pack has figures of every headline measure', () => {
  const measures = all().map(({ path }) => path.split('/')[1]);
  expect(measures).toEqual(
    expect.arrayContaining(['abstinence-retention', 'family-engagement', 'lapse-recovery']),
  );
  expect(all().length).toBeGreaterThan(60);
});

test('the CSV holds each of them once, in full precision, and none besides', () => {
  const rows = parse<Record<string, string>>(files['outcomes.csv']!, { columns: true, bom: true });
  const ofCsv = rows
    .filter(({ part }) => part !== 'trend' && part !== 'cohort' && part !== 'comparison')
    .filter(
      ({ state, unit, statistic }) => state === 'estimated' && unit !== 'count' && statistic !== 'target',
    )
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .filter((text) => text !== '')
    .map(Number);
  const inDocument = numbersOf(all().filter(({ path }) => !isCount(path) && !isOfChange(path)));
  expect(ofCsv.toSorted((a, b) => a - b)).toEqual(inDocument.toSorted((a, b) => a - b));
});

test('the CSV holds every point over time, and every provider beside the others', () => {
  const rows = parse<Record<string, string>>(files['outcomes.csv']!, { columns: true, bom: true });
  const ofCsv = rows
    .filter(({ part, state }) => (part === 'trend' || part === 'cohort') && state === 'estimated')
    .flatMap(({ value, lower, upper }) => [value, lower, upper].map(Number));
  const inDocument = numbersOf(all().filter(({ path }) => isOfChange(path)));
  expect(inDocument.length).toBeGreaterThan(20);
  for (const number of inDocument) expect(ofCsv).toContain(number);
});

/** Whether a figure is compared over time or between providers. */
const isOfChange = (path: string): boolean => /\/(trend|cohort)\//.test(path);

/** A figure whose value is a number of things, by the figure's kind. */
function isCount(path: string): boolean {
  const figure = path
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document.measures);
  return (figure as { kind?: string }).kind === 'count';
}

test('the data sheet of the workbook holds the same rows as the CSV', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(files['pack.xlsx']!).buffer);
  const cells = new Set<number>();
  workbook.getWorksheet('Data')?.eachRow((row) => {
    row.eachCell(({ value }) => {
      if (typeof value === 'number') cells.add(value);
    });
  });
  for (const number of numbersOf(all())) expect(cells).toContain(number);
});

test('the PDF prints every headline figure and its interval, to one decimal', async () => {
  const { squeezed } = await readPdf(files['pack.pdf']!);
  const headline = all().filter(
    ({ path, day }) =>
      !/beside|splits|sensitivity|median/.test(path) && !isOfChange(path) && isShare(path) && day !== 0,
  );
  expect(headline.length).toBeGreaterThanOrEqual(5);
  for (const number of numbersOf(headline))
    expect(squeezed).toContain(squeeze(`${(number * 100).toFixed(1)}%`));
});

test('the page shows every percentage that the PDF prints, and no other', async () => {
  const percentages = (text: string) => [...new Set(text.match(/\d[\d,]*\.\d%/g) ?? [])].sort();
  const page = textsWithin(readHtml(files['pack.html']!.toString('utf8'))).join(' ');
  const { pages, alternatives } = await readPdf(files['pack.pdf']!);
  expect(percentages(page)).toEqual(percentages([...pages, ...alternatives].join(' ')));
});

test('every number in a table of the page is one of the document, rounded as people read it', () => {
  const known = new Set(
    numbersIn(document).flatMap((number) => {
      const sign = number < 0 ? '\u2212' : '';
      const size = Math.abs(number);
      const whole = size.toLocaleString('en-GB');
      const printed = [
        whole,
        `${whole} days`,
        size.toFixed(1),
        size.toFixed(2),
        `${(size * 100).toFixed(1)}%`,
      ];
      return printed.map((text) => sign + text);
    }),
  );
  const cells = named(readHtml(files['pack.html']!.toString('utf8')), 'td')
    .filter(({ attributes }) => attributes['class'] === 'n')
    .map((cell) =>
      textsWithin(cell)
        .join(' ')
        .replace(/ \[[pru]\]/g, ''),
    );
  const numbers = cells.filter((text) => /\d/.test(text));
  expect(numbers.length).toBeGreaterThan(60);
  expect(numbers.filter((text) => !known.has(text))).toEqual([]);
});

test('the PDF prints every row of every table of the page', async () => {
  const { squeezed } = await readPdf(files['pack.pdf']!);
  const rows = named(readHtml(files['pack.html']!.toString('utf8')), 'tr')
    .filter((row) => named(row, 'td').length > 0)
    .map((row) => squeeze(textsWithin(row).join('')));
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => !squeezed.includes(row))).toEqual([]);
});

/** Every number anywhere in the document, found without knowing its shape. */
function numbersIn(node: unknown): number[] {
  if (typeof node === 'number') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(numbersIn) : [];
}

/** Whether a headline is printed in per cent. */
function isShare(path: string): boolean {
  const measure = document.measures[path.split('/')[1] ?? ''] as { kind?: string };
  return measure.kind === 'survival' || measure.kind === 'incidence' || measure.kind === 'proportion';
}

test('what is withheld is [c] or empty everywhere', async () => {
  const rows = parse<Record<string, string>>(files['outcomes.csv']!, { columns: true, bom: true });
  const withheld = rows.filter(({ state }) => state === 'suppressed');
  expect(withheld.length).toBeGreaterThan(0);
  for (const row of withheld) {
    for (const column of ['value', 'lower', 'upper', 'numerator', 'denominator', 'at_risk', 'events']) {
      expect(row[column]).toBe('');
    }
  }
  expect((await readPdf(files['pack.pdf']!)).squeezed).toContain('[c]');
});
