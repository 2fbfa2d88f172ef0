import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeStatementWorkbook } from '../../shared/render/xlsx/write-statement-workbook.ts';
import { statementReport } from '../../shared/report/finance/statement-report.ts';
import { sampleStatements } from '../support/statement-document.ts';
import { evaluate } from './evaluate.ts';
import { linksIn } from './links-in.ts';

type ReadTable = { table: { name: string; tableRef: string; columns: { name: string }[] } };
const tableOf = (sheet: ExcelJS.Worksheet) => (sheet.getTables() as unknown as ReadTable[])[0]!.table;

const load = async (bytes: Uint8Array) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
};

const formulasOf = (workbook: ExcelJS.Workbook) => {
  const found: { place: string; sheet: string; formula: string; result: unknown }[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value === 'object' && value !== null && 'formula' in value)
          found.push({
            place: `${sheet.name}!${cell.address}`,
            sheet: sheet.name,
            formula: value.formula,
            // The value's own result is left out where it is 0.
            result: cell.result,
          });
      }),
    );
  return found;
};

/** The rows of a sheet's table by column, numbers as they are shown to whoever does not compute. */
const rowsOf = (workbook: ExcelJS.Workbook, name: string) => {
  const sheet = workbook.getWorksheet(name)!;
  const { tableRef, columns } = tableOf(sheet);
  const top = Number(/\d+/.exec(tableRef)![0]);
  return Array.from({ length: sheet.rowCount - top }, (_, r) =>
    Object.fromEntries(
      columns.map(({ name: column }, c) => {
        const cell = sheet.getCell(top + 1 + r, c + 1);
        return [column, cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value];
      }),
    ),
  );
};

const pence = (pounds: unknown) => Math.round(Number(pounds) * 100);

describe.each(Object.entries(sampleStatements))('the workbook of the %s statement', (_, document) => {
  const report = statementReport(document);
  let workbook: ExcelJS.Workbook;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = writeStatementWorkbook(document, report);
    workbook = await load(bytes);
  });
  const others = () => workbook.worksheets.slice(1);

  test('has a result beside every formula, and every formula comes to it, to the last digit', () => {
    for (const { place, sheet, formula, result } of formulasOf(workbook))
      expect(evaluate(workbook, sheet, formula), `${place} =${formula}`).toBe(result);
  });

  test('says what is due as the document does', () => {
    const due = rowsOf(workbook, 'Amount_due');
    expect(due.at(-1)?.What).toBe('Amount due');
    expect(due.map(({ Pounds }) => pence(Pounds)).at(-1)).toBe(document.due.total);
    expect(pence(due[0]?.Pounds)).toBe(document.due.spot);
    expect(pence(due[1]?.Pounds)).toBe(document.due.bought);
    expect(pence(due[2]?.Pounds) + pence(due[3]?.Pounds)).toBe(document.due.adjustments);
  });

  test('has the balances of every block, in weeks and in pence', () => {
    if (document.blocks.length === 0) {
      expect(workbook.getWorksheet('Block_weeks')).toBeUndefined();
      return;
    }
    const weeks = rowsOf(workbook, 'Block_weeks');
    const pounds = rowsOf(workbook, 'Block_pounds');
    const end = document.state === 'final' ? 'Closing' : 'Left so far';
    document.blocks.forEach(({ block, opening, bought, used, expired, closing }, i) => {
      expect(weeks[i]).toMatchObject({
        Block: block,
        Opening: opening.weeks,
        Bought: bought.weeks,
        Used: used.weeks,
        Expired: expired.weeks,
        [end]: closing.weeks,
      });
      const inPence = Object.fromEntries(
        ['Opening', 'Bought', 'Used', 'Expired', end].map((move) => [move, pence(pounds[i]?.[move])]),
      );
      expect(inPence).toEqual({
        Opening: opening.pence,
        Bought: bought.pence,
        Used: used.pence,
        Expired: expired.pence,
        [end]: closing.pence,
      });
    });
  });

  test('has every finding, its subtotals, every claim, and what was used when no block had weeks left', () => {
    const { reconciliation, claims, spot } = document;
    const prepaid = document.state === 'final' && document.prepayment !== undefined;
    expect(workbook.getWorksheet('Prepayment') !== undefined).toBe(prepaid);
    if (reconciliation.length === 0) return;
    const rows = rowsOf(workbook, 'Claims');
    const sums = rows.filter(({ Finding }) => Finding === 'All findings');
    const accounts = new Set(reconciliation.map(({ month, account }) => `${month} ${account}`));
    expect(rows).toHaveLength(reconciliation.length + accounts.size);
    expect(sums).toHaveLength(accounts.size);
    const sumOf = (column: string) => sums.reduce((all, row) => all + pence(row[column]), 0);
    expect(sumOf('Pounds claimed')).toBe(reconciliation.reduce((all, { claimed }) => all + claimed.pence, 0));
    expect(sumOf('Pounds used')).toBe(reconciliation.reduce((all, { used }) => all + used.pence, 0));
    const received = rowsOf(workbook, 'Claims_received');
    expect(received.map((row) => [row.Claim, pence(row.Pounds)])).toEqual(
      claims.map(({ id, claimed }) => [id, claimed.pence]),
    );
    const used = rowsOf(workbook, 'Spot_use');
    expect(used.slice(0, -1).map((row) => row['Weeks, no block left'])).toEqual(
      spot.map(({ noBlockLeft }) => noBlockLeft.weeks),
    );
  });

  test('sets off every row that sums up others', () => {
    for (const sheet of others()) {
      sheet.eachRow((row) => {
        const isSum = /^(All |Amount due|(Charged|Used) in all)/.test(row.getCell(1).text);
        if (isSum && row.getCell(2).value !== null) expect(row.getCell(2).font.bold, sheet.name).toBe(true);
      });
    }
  });

  test('keeps the rules for accessible spreadsheets', () => {
    const members = unzipSync(bytes);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Cover', 'Contents', 'Amount_due']);
    for (const sheet of workbook.worksheets) {
      expect(sheet.name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,29}$/);
      const xml = strFromU8(members[`xl/worksheets/sheet${sheet.id}.xml`]!);
      expect(xml).not.toMatch(/<mergeCell|<pane|hidden="1"|<drawing/);
      for (let row = 1; row <= sheet.rowCount; row += 1) expect(sheet.getRow(row).hasValues).toBe(true);
    }
    for (const sheet of others()) {
      expect(sheet.getCell('A2').text).toBe('This worksheet contains one table.');
      const { tableRef, columns } = tableOf(sheet);
      const [from, to] = tableRef.split(':');
      expect(from).toMatch(/^A\d+$/);
      expect(sheet.getCell(to!).row).toEqual(sheet.rowCount);
      const heads = columns.map(({ name }) => name);
      expect(heads.every((head) => head.length > 0)).toBe(true);
      expect(new Set(heads.map((head) => head.toLowerCase())).size).toBe(heads.length);
      const top = sheet.getCell(from!).fullAddress.row;
      const intro = Array.from({ length: top - 1 }, (__, i) => sheet.getCell(`A${i + 1}`).text).join('\n');
      const blank = rowsOf(workbook, sheet.name).some((row) => Object.values(row).includes(null));
      if (blank) expect(intro, sheet.name).toContain('A blank cell means');
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.font.name).toBe('Arial');
          expect(cell.font.size).toBeGreaterThanOrEqual(12);
          if (typeof cell.value === 'number') expect(cell.alignment.horizontal).toBe('right');
        }),
      );
    }
    const contents = workbook.getWorksheet('Contents')!;
    const links = linksIn(strFromU8(members['xl/worksheets/sheet2.xml']!));
    expect(links.map(({ cell }) => contents.getCell(cell).text)).toEqual(names);
    expect(strFromU8(members['docProps/core.xml']!)).toContain('<dc:language>en-GB</dc:language>');
    expect(Object.keys(members).filter((name) => /media|drawing|vba/.test(name))).toEqual([]);
  });

  test('says on its cover whether it is provisional', () => {
    const cover = workbook.getWorksheet('Cover')!;
    const provisional = document.state === 'provisional';
    expect(cover.getCell('A1').text.startsWith('Provisional')).toBe(provisional);
    expect(cover.getCell('A2').text.startsWith('PROVISIONAL')).toBe(provisional);
  });
});

/** A workbook without what its formulas come to: whoever opens it has to compute. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const members = unzipSync(bytes);
  const stripped = Object.entries(members).map(([name, member]) => [
    name,
    /worksheets\/sheet\d+\.xml$/.test(name)
      ? strToU8(strFromU8(member).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>'))
      : member,
  ]);
  return zipSync(Object.fromEntries(stripped) as Record<string, Uint8Array>);
}

test.skipIf(spawnSync('soffice', ['--version']).status !== 0)(
  'every workbook comes to the same in LibreOffice (skipped where it is not installed)',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'statement-'));
    try {
      const written = Object.entries(sampleStatements).map(([name, document]) => {
        const bytes = writeStatementWorkbook(document, statementReport(document));
        writeFileSync(join(folder, `${name}.xlsx`), withoutResults(bytes));
        return { name: `${name}.xlsx`, bytes };
      });
      const to = [
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
      ];
      execFileSync('soffice', [...to, ...written.map(({ name }) => join(folder, name))], { stdio: 'ignore' });
      for (const { name, bytes } of written) {
        const again = formulasOf(await load(readFileSync(join(folder, 'out', name))));
        const resultOf = new Map(again.map(({ place, result }) => [place, result]));
        const kept = formulasOf(await load(bytes));
        expect(kept.length).toBeGreaterThan(0);
        expect(
          formulasOf(await load(readFileSync(join(folder, name)))).every(
            ({ result }) => result === undefined,
          ),
        ).toBe(true);
        for (const { place, result } of kept)
          expect(pence(resultOf.get(place)), `${name} ${place}`).toBe(pence(result));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('sums, balances and differences are formulas', async () => {
  const document = sampleStatements.final;
  const workbook = await load(writeStatementWorkbook(document, statementReport(document)));
  const formulaOf = new Map(formulasOf(workbook).map(({ place, formula }) => [place, formula]));
  expect(formulaOf.get('Block_weeks!H6')).toBe('C6+D6-E6-F6+G6');
  expect(formulaOf.get('Block_pounds!G5')).toBe('ROUND(SUM(Block_adjustments!E5:E6),2)');
  expect(formulaOf.get('Amount_due!B9')).toBe('ROUND(SUM(B5:B8),2)');
  expect(formulaOf.get('Amount_due!B6')).toBe('ROUND(Block_pounds!D8,2)');
  expect(formulaOf.get('Amount_due!B8')).toBe(
    'ROUND(SUMIF(Block_adjustments!C5:C6,"Bought",Block_adjustments!E5:E6),2)',
  );
  expect(formulaOf.get('Prepayment!C6')).toBe('ROUND(Block_pounds!H7,2)');
  expect(formulaOf.get('Invoice_lines!M7')).toBe('ROUND(I7*K7/L7,2)');
  expect(formulaOf.size).toBeGreaterThan(60);
});

test('has every week of the burn-down, and no text that begins like a formula becomes one', async () => {
  const document = sampleStatements['long-named'];
  const workbook = await load(writeStatementWorkbook(document, statementReport(document)));
  const weeks = document.blocks.flatMap(({ forward }) => forward?.burnDown ?? []);
  const rows = rowsOf(workbook, 'Burn_down');
  expect(rows.map(({ Left }) => Left ?? undefined)).toEqual(weeks.map(({ left }) => left));
  expect(rows.map((row) => row['Left at the recent rate'] ?? undefined)).toEqual(
    weeks.map(({ byRecentRate }) => byRecentRate),
  );
  expect(formulasOf(workbook).some(({ formula }) => formula.includes('HYPERLINK'))).toBe(false);
});
