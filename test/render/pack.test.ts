import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatPercent } from '../../shared/render/format.ts';
import { type PackFiles, renderPack } from '../../shared/render/pack.ts';
import { printable } from '../../shared/render/pdf/glyphs.ts';
import type { Table } from '../../shared/report/blocks.ts';
import { cellText } from '../../shared/report/cells.ts';
import { reportOf } from '../../shared/report/report.ts';
import { sampleDocuments as documents } from '../support/outcome-document.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';

/** What the outer limits of a funnel plot are called. */
const NAME_OF_A_LIMIT = '99.8%';

const hashes = (files: PackFiles) =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );

describe.each(Object.entries(documents))('the %s pack', (_, document) => {
  const tables = reportOf(document).sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table'),
  );
  const workbook = new ExcelJS.Workbook();
  let pdf: ReadPdf;
  let csv: Record<string, string>[];
  beforeAll(async () => {
    const files = await renderPack(document);
    pdf = await readPdf(files['pack.pdf']);
    csv = parse(Buffer.from(files['outcomes.csv']), { columns: true, record_delimiter: '\r\n' });
    await workbook.xlsx.load(Buffer.from(files['pack.xlsx']) as unknown as ArrayBuffer);
  });

  test('prints every row of every table in the PDF', () => {
    for (const { title, printed: shown, ...whole } of tables)
      for (const row of (shown ?? whole).groups.flatMap(({ rows }) => rows)) {
        const printed = squeeze(row.map((cell) => printable(cellText(cell))).join(''));
        expect(pdf.squeezed.includes(printed), `${title}: ${printed}`).toBe(true);
      }
  });

  test('prints no percentage that is not a figure of the document', () => {
    const figures = csv.flatMap(({ value, lower, upper }) =>
      [value, lower, upper].filter((number) => number).map((number) => formatPercent(Number(number))),
    );
    const known = new Set([...figures, NAME_OF_A_LIMIT]);
    const printed = [...pdf.pages, ...pdf.alternatives].join(' ').match(/\d[\d,]*\.\d%/g) ?? [];
    expect(printed.filter((percentage) => !known.has(percentage))).toEqual([]);
  });

  test('has in the workbook, for every number in print, the same number in full precision', () => {
    const numbers = new Set(
      csv.flatMap((row) =>
        [row.value, row.lower, row.upper, row.numerator, row.denominator, row.at_risk, row.events, row.day]
          .filter((number) => number !== '')
          .map(Number),
      ),
    );
    const sheets = workbook.worksheets.filter(({ name }) => !['Definitions', 'Data'].includes(name));
    for (const sheet of sheets)
      sheet.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'number') expect(numbers.has(value), `${sheet.name}: ${value}`).toBe(true);
        }),
      );
  });

  test('has the same figures in the data sheet as in the CSV', () => {
    const sheet = workbook.getWorksheet('Data')!;
    const heads = sheet.rowCount - csv.length;
    csv.forEach((record, i) => {
      const row = sheet.getRow(heads + 1 + i);
      const columns = Object.keys(record).slice(3);
      const cells = columns.map((column, c) => {
        const { text } = row.getCell(c + 1);
        if (column === 'marks') return text.replace(/[[\]]/g, '');
        return column !== 'shorthand' && /^\[[cxz]\]$/.test(text) ? '' : text;
      });
      const numeric = (text: string) => (text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text);
      expect(cells.map(numeric)).toEqual(
        Object.values(record)
          .slice(3)
          .map((value) => numeric(value.replace(/^'(?==)/, ''))),
      );
      if (record.state === 'suppressed') expect(row.getCell(columns.indexOf('value') + 1).value).toBe('[c]');
    });
  });

  test('gives the same bytes twice', async () => {
    expect(hashes(await renderPack(document))).toEqual(hashes(await renderPack(document)));
  });
});

test('gives the same bytes in another process, years later, on the other side of the world', async () => {
  const script = new URL('./render-elsewhere.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script], {
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' },
  });
  expect(JSON.parse(stdout)).toEqual(hashes(await renderPack(documents.full)));
});

test('different documents give different bytes', async () => {
  const [one, two] = await Promise.all([renderPack(documents.full), renderPack(documents.tiny)]);
  expect(hashes(one)).not.toEqual(hashes(two));
});
