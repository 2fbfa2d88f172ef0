import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatPounds } from '../../shared/render/format.ts';
import { printable } from '../../shared/render/pdf/glyphs.ts';
import { type StatementFiles, statementFiles } from '../../shared/render/statement-files.ts';
import { statementManifest } from '../../shared/render/statement-manifest.ts';
import { statementReport } from '../../shared/report/finance/statement-report.ts';
import { textsOf } from '../report/texts-of.ts';
import { sampleStatements } from '../support/statement-document.ts';
import { type ReadPdf, readPdf, squeeze } from './read-pdf.ts';
import { type QpdfObjects, structureFaults } from './structure-faults.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashes = (files: StatementFiles) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
/** A text as it is printed, without the marks at which codes may break. */
const letters = (text: string) => squeeze(printable(text));

describe.each(Object.entries(sampleStatements))('the %s statement', (_, document) => {
  const report = statementReport(document);
  const provisional = document.state === 'provisional';
  let files: StatementFiles;
  let pdf: ReadPdf;
  beforeAll(async () => {
    files = await statementFiles(document);
    pdf = await readPdf(files['statement.pdf']);
  });

  test('is tagged, titled, in British English, and dated by the instant it was made at', () => {
    expect(pdf.marked).toBe(true);
    expect(squeeze(String(pdf.title))).toBe(letters(report.title));
    expect(pdf.language).toBe('en-GB');
    expect(pdf.created).toContain(document.madeAt.replace(/[-T:]/g, '').slice(0, 14));
  });

  test('prints every text and number of the report, and no character that only marks where it may break', () => {
    const printed = letters(pdf.pages.join(' '));
    for (const text of textsOf(report)) expect(printed.includes(letters(text)), text).toBe(true);
    expect(pdf.pages.join('')).not.toMatch(/[\u001f\u200b]/);
  });

  test('prints what the document says is due, bought, used, expired and left', () => {
    const { due, yearToDate, prepayment, blocks, accrued, spot, reconciliation, claims } = document;
    const amounts = [
      ...[due.spot, due.bought, due.adjustments, due.total, yearToDate.duePence],
      ...(prepayment && !provisional ? [prepayment.pence] : []),
      ...accrued.map(({ pence }) => pence),
      ...spot.map(({ noBlockLeft }) => noBlockLeft.pence).filter((pence) => pence > 0),
      ...reconciliation.flatMap(({ used, claimed }) => [used.pence, claimed.pence]),
      ...claims.map(({ claimed }) => claimed.pence),
      ...blocks.flatMap(({ opening, closing, adjustments, ...line }) => [
        ...[opening.pence, closing.pence, line.bought.pence, 0 - line.used.pence, 0 - line.expired.pence],
        ...adjustments.flatMap(({ bought, used, expired }) =>
          [bought.pence, 0 - used.pence, 0 - expired.pence].filter((pence) => pence !== 0),
        ),
      ]),
    ];
    for (const pence of amounts) expect(pdf.squeezed).toContain(formatPounds(pence));
  });

  test('never breaks an amount that is taken away after its sign', () => {
    expect(pdf.pages.join(' ')).not.toMatch(/\u2212\s+£/);
  });

  test('has an alternative text for every burn-down chart', () => {
    const charts = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    const open = document.blocks.filter(({ forward }) => forward !== undefined);
    expect(charts).toHaveLength(open.length);
    expect(pdf.alternatives.map((alt) => squeeze(alt ?? ''))).toEqual(charts.map(({ alt }) => letters(alt)));
  });

  test('says on its cover and at the foot of every page whether it is provisional', () => {
    expect(pdf.pages[0]!.includes('PROVISIONAL: these figures can still change')).toBe(provisional);
    for (const page of pdf.pages) {
      expect(page.includes('PROVISIONAL finance statement')).toBe(provisional);
      expect(page.includes('Final finance statement')).toBe(!provisional);
    }
  });

  test('has a bookmark for every section, and all of them in the contents of the first page', () => {
    expect(pdf.outline.map(squeeze)).toEqual(report.sections.map(({ title }) => letters(title)));
    for (const { title } of report.sections) expect(squeeze(pdf.pages[0]!)).toContain(letters(title));
  });

  test('is the same bytes when it is written again', async () => {
    expect(hashes(await statementFiles(document))).toEqual(hashes(files));
  });

  test('is listed in its manifest with the hashes of its files', () => {
    const manifest: unknown = JSON.parse(Buffer.from(statementManifest(document, files)).toString());
    expect(manifest).toMatchObject({
      commissioner: 'northshire',
      provider: 'janus',
      month: document.month,
      state: document.state,
      files: {
        'statement.pdf': { sha256: sha256(files['statement.pdf']), bytes: files['statement.pdf'].length },
        'invoice-lines.csv': { sha256: sha256(files['invoice-lines.csv']) },
      },
    });
  });

  test.skipIf(spawnSync('qpdf', ['--version']).status !== 0)('is sound and has no fault of structure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'statement-'));
    try {
      const path = join(folder, 'statement.pdf');
      writeFileSync(path, files['statement.pdf']);
      execFileSync('qpdf', ['--check', path]);
      const json = execFileSync('qpdf', ['--json=2', '--json-stream-data=none', path], { maxBuffer: 1e8 });
      const [, objects] = (JSON.parse(json.toString()) as { qpdf: [unknown, QpdfObjects] }).qpdf;
      expect(structureFaults(objects)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('every table with a sum adds up as it is printed', () => {
  const { sections } = statementReport(sampleStatements.final);
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  let checked = 0;
  for (const { title, columns, groups } of tables) {
    columns.forEach((_, c) => {
      let above: number[] = [];
      for (const { rows, sum, label } of groups) {
        const numbers = rows
          .map((row) => row[c])
          .flatMap((cell) => (cell && 'value' in cell ? [cell.value] : []));
        if (sum && numbers.length > 0) {
          expect(
            above.reduce((all, value) => all + value, 0),
            title,
          ).toBe(numbers[0]);
          checked += 1;
        }
        above = label === undefined && !sum ? [...above, ...numbers] : numbers;
      }
    });
  }
  expect(checked).toBeGreaterThan(25);
});

test('a provisional statement says nothing of the end of its month, and that claims are not due', () => {
  const { provisional, final } = sampleStatements;
  const textsIn = (document: typeof final) => textsOf(statementReport(document)).join('\n');
  expect(textsIn(provisional)).not.toMatch(/at the end of March|Closing|Prepayment|31 March 2027/);
  expect(textsIn(provisional)).toContain('Left in the blocks on 6 March 2027');
  expect(textsIn(provisional)).toContain('Claims of March 2027 are not due yet: the month is not over.');
  expect(textsIn(final)).toContain('Left in the blocks at the end of March 2027');
  expect(textsIn(final)).toContain('Prepayment at 31 March 2027: 86 placement weeks, £17,188.20.');
  expect(textsIn(final)).not.toContain('not due yet');
});

test('names no placement and no person', async () => {
  const files = await statementFiles(sampleStatements.final);
  const { squeezed } = await readPdf(files['statement.pdf']);
  const texts = squeezed + Buffer.from(files['invoice-lines.csv']).toString();
  expect(texts).not.toMatch(/person-|\b[DAS]\d\b/);
});

test('gives the same bytes in another process, on the other side of the world', async () => {
  const script = new URL('./render-statement-elsewhere.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script], {
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' },
  });
  expect(JSON.parse(stdout)).toEqual(hashes(await statementFiles(sampleStatements.final)));
});
