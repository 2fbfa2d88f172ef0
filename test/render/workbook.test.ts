import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheetNamer } from '../../shared/render/xlsx/sheet-namer.ts';
import { writeWorkbook } from '../../shared/render/xlsx/write-workbook.ts';
import { reportOf } from '../../shared/report/report.ts';
import { sampleDocuments as documents } from '../support/outcome-document.ts';
import { linksIn } from './links-in.ts';

/** exceljs keeps the tables it has read in a map that its types do not show. */
type ReadTable = { table: { name: string; tableRef: string; columns: { name: string }[] } };
const tablesOf = (sheet: ExcelJS.Worksheet) => sheet.getTables() as unknown as ReadTable[];
const textAt = (sheet: ExcelJS.Worksheet, cell: string) => sheet.getCell(cell).text;

describe.each(Object.entries(documents))('the %s workbook', (_, document) => {
  const workbook = new ExcelJS.Workbook();
  let members: Record<string, Uint8Array>;
  beforeAll(async () => {
    const bytes = writeWorkbook(document, reportOf(document));
    members = unzipSync(bytes);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  });
  const others = () => workbook.worksheets.slice(1);

  test('begins with cover, contents and notes, and ends with the data', () => {
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Cover', 'Contents', 'Notes', 'Summary']);
    expect(names.at(-1)).toBe('Data');
  });

  test('names sheets and tables plainly, each once whatever the case', () => {
    const names = workbook.worksheets.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,29}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const tables = others().map((sheet) => tablesOf(sheet)[0]?.table.name ?? '');
    for (const name of tables) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.]*_table$/);
    expect(new Set(tables).size).toBe(tables.length);
  });

  test('has a title in A1, a statement in A2, and one table that is the last thing in column A on', () => {
    for (const sheet of others()) {
      expect(textAt(sheet, 'A1').length).toBeGreaterThan(3);
      expect(textAt(sheet, 'A2')).toBe('This worksheet contains one table.');
      const tables = tablesOf(sheet);
      expect(tables).toHaveLength(1);
      const [from, to] = tables[0]!.table.tableRef.split(':');
      expect(from).toMatch(/^A\d+$/);
      expect(sheet.getCell(to!).row).toEqual(sheet.rowCount);
      expect(sheet.getCell(from!).fullAddress.row).toBeGreaterThan(2);
    }
  });

  test('has header cells that are named, unique and equal to the table columns', () => {
    for (const sheet of others()) {
      const { tableRef, columns } = tablesOf(sheet)[0]!.table;
      const top = sheet.getCell(tableRef.split(':')[0]!).fullAddress.row;
      const heads = columns.map((__, i) => sheet.getCell(top, i + 1).text);
      expect(heads).toEqual(columns.map(({ name }) => name));
      expect(new Set(heads.map((head) => head.toLowerCase())).size).toBe(heads.length);
    }
  });

  test('has nothing merged, hidden, frozen, filled or drawn, and no blank row', () => {
    for (const sheet of workbook.worksheets) {
      const xml = strFromU8(members[`xl/worksheets/sheet${sheet.id}.xml`]!);
      expect(xml).not.toMatch(/<mergeCell|<pane|hidden="1"|<drawing|<f>/);
      for (let row = 1; row <= sheet.rowCount; row += 1) {
        expect(sheet.getRow(row).hasValues, `${sheet.name} row ${row}`).toBe(true);
      }
    }
    expect(Object.keys(members).filter((name) => /media|drawing|vba/.test(name))).toEqual([]);
  });

  test('explains blank cells and every shorthand on the sheet where they stand', () => {
    for (const sheet of others()) {
      const { tableRef, columns } = tablesOf(sheet)[0]!.table;
      const top = sheet.getCell(tableRef.split(':')[0]!).fullAddress.row;
      const intro = Array.from({ length: top - 1 }, (__, i) => textAt(sheet, `A${i + 1}`)).join('\n');
      for (let row = top + 1; row <= sheet.rowCount; row += 1) {
        columns.forEach((__, i) => {
          const { value } = sheet.getCell(row, i + 1);
          if (value === null) expect(intro, sheet.name).toContain('A blank cell means');
          if (typeof value === 'string' && /^\[[a-z]\]$/.test(value)) expect(intro).toContain(value);
        });
      }
    }
  });

  test('refers to notes that are listed, and lists notes that are referred to', () => {
    const notes = workbook.getWorksheet('Notes')!;
    const listed = notes
      .getColumn(1)
      .values.filter((value) => typeof value === 'string' && /^note \d+$/.test(value));
    const used = others().flatMap((sheet) => textAt(sheet, 'A1').match(/note \d+/g) ?? []);
    expect(new Set(listed)).toEqual(new Set(used));
    expect(listed).toEqual(listed.map((__, i) => `note ${i + 1}`));
  });

  test('lists every sheet in the contents, with a link', () => {
    const contents = workbook.getWorksheet('Contents')!;
    const links = linksIn(strFromU8(members['xl/worksheets/sheet2.xml']!));
    const names = workbook.worksheets.map(({ name }) => name);
    expect(links.map(({ cell }) => textAt(contents, cell))).toEqual(names);
    expect(links.map(({ location }) => location)).toEqual(names.map((name) => `'${name}'!A1`));
    expect(links.map(({ tooltip }) => tooltip)).toEqual(names.map((name) => `Go to the worksheet ${name}`));
  });

  test('is in Arial, 12 points or more, numbers and the shorthand among them at the right', () => {
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect(cell.font.name).toBe('Arial');
          expect(cell.font.size).toBeGreaterThanOrEqual(12);
          const shorthand = typeof cell.value === 'string' && /^\[[cxz]\]$/.test(cell.value);
          if (typeof cell.value === 'number' || shorthand) expect(cell.alignment.horizontal).toBe('right');
        });
      });
    }
  });

  test('states its properties, of the as-at instant, and opens in A1 of the first sheet', () => {
    expect(workbook.title).toBe(reportOf(document).title);
    expect(workbook.created.toISOString()).toBe(document.asAt);
    expect(strFromU8(members['docProps/core.xml']!)).toContain('<dc:language>en-GB</dc:language>');
    expect(workbook.views[0]?.activeTab).toBe(0);
    expect(workbook.worksheets[0]?.views[0]).toMatchObject({ activeCell: 'A1' });
  });
});

test('a text that begins like a formula stays a text', async () => {
  const document = documents['long-named'];
  const workbook = new ExcelJS.Workbook();
  const bytes = writeWorkbook(document, reportOf(document));
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const found = workbook.worksheets.flatMap((sheet) => {
    const cells: ExcelJS.Cell[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    return cells.filter((cell) => cell.text.startsWith('=HYPERLINK'));
  });
  expect(found.length).toBeGreaterThan(1);
  expect(found.every((cell) => cell.type === ExcelJS.ValueType.String)).toBe(true);
});

test('marks stand in brackets in a column of their own behind their value, at the left', async () => {
  const document = documents.full;
  const workbook = new ExcelJS.Workbook();
  const bytes = writeWorkbook(document, reportOf(document));
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('Family_groups')!;
  const top = sheet.getCell(tablesOf(sheet)[0]!.table.tableRef.split(':')[0]!).fullAddress.row;
  const heads = Array.from({ length: 4 }, (_, i) => sheet.getCell(top, i + 1).text);
  expect(heads).toEqual(['Split by', 'Group', 'Value', 'Marks']);
  const rows = sheet.getRows(top + 1, sheet.rowCount - top)!;
  const crisis = rows.find((row) => row.getCell(2).text === 'Crisis')!;
  expect(crisis.getCell(3).value).toBe(5 / 9);
  expect(crisis.getCell(4).text).toBe('[u]');
  expect(crisis.getCell(4).alignment.horizontal).not.toBe('right');
  const data = workbook.getWorksheet('Data')!;
  const texts: string[] = [];
  data.eachRow((row) => {
    row.eachCell((cell) => texts.push(cell.text));
  });
  expect(texts).toContain('[u]');
  expect(texts.find((text) => text.startsWith('Shorthand: [u]'))).toBeDefined();
  expect(texts).toContain(
    'Providers are listed by code: janus-enterprise is Janus Enterprise; harbour-house is Harbour House.',
  );
});

test('sheets have short whole names, and the contents list their titles without notes', async () => {
  const document = documents.full;
  const workbook = new ExcelJS.Workbook();
  const bytes = writeWorkbook(document, reportOf(document));
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    'Contents',
    'Notes',
    'Summary',
    'Abstinence_figures',
    'Abstinence_basis',
    'Abstinence_rules',
    'Abstinence_occupancy',
    'Abstinence_groups',
    'Lapses_figures',
    'Lapses_basis',
    'Lapses_shares',
    'Lapses_counts',
    'Lapses_groups',
    'Family_figures',
    'Family_basis',
    'Family_counts',
    'Family_groups',
    'Volunteers_figures',
    'Volunteers_progression',
    'Volunteers_counts',
    'Retention_figures',
    'Retention_basis',
    'Further_figures',
    'Further_groups',
    'Trends',
    'Trend_limits',
    'Comparisons',
    'Providers',
    'Definitions',
    'Data',
  ]);
  const titles = workbook.getWorksheet('Contents')!.getColumn(2).values.map(String);
  expect(titles).toContain('Abstinence retention: the numbers');
  expect(titles.join()).not.toMatch(/\[note/);
});

test('names are shortened and told apart', () => {
  const name = sheetNamer();
  expect(name('volunteer-progression_beside_progression')).toBe('volunteer_progression_beside');
  expect(name('Volunteer-progression_beside_passage')).toBe('Volunteer_progression_beside_2');
  expect(name('28-days')).toBe('_28_days');
});
