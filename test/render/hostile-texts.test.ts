import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../shared/render/charts/draw-chart.ts';
import { writeInvoiceLines } from '../../shared/render/csv/invoice-lines-csv.ts';
import { drawingHtml } from '../../shared/render/html/chart-html.ts';
import { chartSvg } from '../../shared/render/pdf/chart-svg.ts';
import { writeQualityWorkbook } from '../../shared/render/xlsx/quality/write-quality-workbook.ts';
import type { Finding } from '../../shared/quality/quality-list.ts';
import { FORMULA_LIKE } from '../support/formula-like.ts';
import { sampleStatements } from '../support/statement-document.ts';
import { type Element, readHtml } from './read-html.ts';

/** Codes and names that mean something to a browser, a drawing or a spreadsheet are words wherever they are written. */

const HOSTILE = '</text><script>alert(1)</script><image href="http://example.org/x"/>&lol;" onload="x';

const namesIn = (element: Element): string[] => [
  element.name,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : namesIn(child))),
];
const wordsIn = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
const attributesIn = (element: Element): string[] => [
  ...Object.keys(element.attributes),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : attributesIn(child))),
];

describe('a chart of a provider with a hostile name', async () => {
  const chartOf = (label: string) =>
    drawChart({
      kind: 'intervals',
      axis: label,
      rows: [{ label, value: 0.5, lower: 0.4, upper: 0.6 }],
      target: 0.7,
    });
  const [hostile, plain] = await Promise.all([chartOf(HOSTILE), chartOf('a'.repeat(HOSTILE.length))]);
  const kinds = (svg: string) => [...new Set([...namesIn(readHtml(svg)), ...attributesIn(readHtml(svg))])];

  test.each([
    ['in a PDF', chartSvg],
    ['in a page', (drawing: typeof hostile) => drawingHtml('chart', HOSTILE, HOSTILE, drawing)],
  ])('%s has no element and no attribute that another has not', (_, write) => {
    expect(kinds(write(hostile)).sort()).toEqual(kinds(write(plain)).sort());
    expect(wordsIn(readHtml(write(hostile))).replaceAll(/\s/g, '')).toContain('<script>alert(1)</script>');
  });
});

test.each(['=cmd|x', ...FORMULA_LIKE])('an invoice line of a block called %j is a text', (name) => {
  const document = sampleStatements.final;
  const named = {
    ...document,
    providerName: name,
    commissionerName: name,
    blocks: document.blocks.map((block) => ({
      ...block,
      ...(block.terms && { terms: { ...block.terms, orderNumber: name, contractRef: name } }),
    })),
  };
  const rows: string[][] = parse(Buffer.from(writeInvoiceLines(named)), { record_delimiter: '\r\n' });
  const cells = rows.flat().filter((cell) => cell.includes(name));
  expect(cells.length).toBeGreaterThan(0);
  for (const cell of cells) expect(cell).toBe(`'${name}`);
});

test('a reference that begins like a formula is a text in the workbook of data quality', async () => {
  const id = '-1.SUM_A1';
  const finding: Finding = {
    ...{ rule: 'no-placement', group: 'missing', title: 'Record without a placement' },
    ...{ type: 'session', id },
    ...{ personRef: id, since: '2026-10-01', ageDays: 3, also: [{ type: 'session', id }], touches: [] },
    todo: 'Send the placement.',
  };
  const quality = { month: '2026-10', asAt: '2026-10-31', cutOff: '2026-11-05T06:00:00.000Z', counts: [] };
  const bytes = writeQualityWorkbook(
    { ...quality, findings: [finding] },
    { at: '2026-11-04T12:00:00.000Z', measures: {} },
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const cells = workbook.worksheets.flatMap((sheet) => {
    const all: ExcelJS.Cell[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => all.push(cell)));
    return all;
  });
  const named = cells.filter(({ text }) => text.includes(id));
  expect(named.length).toBeGreaterThan(1);
  expect(named.every(({ type }) => type === ExcelJS.ValueType.String)).toBe(true);
  expect(cells.some(({ type }) => type === ExcelJS.ValueType.Formula)).toBe(false);
});
