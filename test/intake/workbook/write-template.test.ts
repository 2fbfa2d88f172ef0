import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../shared/intake/workbook/open-workbook.ts';
import { writeTemplate } from '../../../shared/intake/workbook/write-template.ts';
import { headerIssues } from '../../../shared/intake/rows/read-header.ts';
import { recordTypeNames, typeNamed } from '../../../shared/records/registry.ts';

const load = async (bytes: Uint8Array) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return book;
};

describe('the template', () => {
  it('of all kinds has a sheet for each, whose first row our own reader finds right', async () => {
    const bytes = writeTemplate(recordTypeNames);
    const sheets = await openWorkbook({
      size: bytes.length,
      read: async function* (start, end) {
        await Promise.resolve();
        yield bytes.subarray(start, end);
      },
    });
    expect(sheets.map(({ name }) => name)).toEqual([
      ...recordTypeNames.map((type) => typeNamed(type)!.collection),
      'Notes',
      'Lists',
    ]);
    for (const [i, type] of recordTypeNames.entries()) {
      const next: IteratorResult<unknown> = await sheets[i]!.rows().next();
      expect(headerIssues(type, (next.value as { cells: string[] }).cells)).toEqual([]);
    }
  });

  it('offers the allowed values, keeps ids as text, and has dates day first', async () => {
    const book = await load(writeTemplate(['session']));
    const sheet = book.getWorksheet('sessions')!;
    const names = (sheet.getRow(1).values as string[]).slice(1);
    const column = (name: string) => names.indexOf(name) + 1;
    expect(sheet.getColumn(column('id')).numFmt).toBe('@');
    expect(sheet.getColumn(column('startsAt')).numFmt).toBe('dd/mm/yyyy hh:mm');
    const dataValidation: ExcelJS.DataValidation = sheet.getCell(2, column('attendance')).dataValidation;
    const [, from, to] = /^Lists!\$(\w)\$1:\$\w\$(\d+)$/.exec(String(dataValidation.formulae[0]))!;
    const offered = Array.from(
      { length: Number(to) },
      (_, i) => book.getWorksheet('Lists')!.getCell(`${from!}${i + 1}`).value,
    );
    expect(offered).toEqual([
      'attended',
      'did-not-attend',
      'cancelled-by-client',
      'cancelled-by-service',
      'family-only',
    ]);
  });

  it('says of every column what it holds', async () => {
    const book = await load(writeTemplate(['review']));
    const notes = book.getWorksheet('Notes')!;
    const rows = Array.from({ length: notes.rowCount }, (_, i) =>
      (notes.getRow(i + 1).values as string[]).slice(1),
    );
    const said = new Map(rows.map(([, name, needed, words]) => [name, `${needed!}: ${words!}`]));
    expect(said.get('reviewedOn')).toBe('yes: A date, the day first: 04/11/2026.');
    expect(said.get('stage')).toBe('yes: One of: start, review, exit, post-exit.');
    expect(said.get('daysUsed.alcohol')).toBe(
      'no: For alcohol: a whole number from 0 to 28. Leave it empty where it is not known.',
    );
    expect(said.get('sharing')).toBe('no: Yes or no.');
    expect(rows).toHaveLength(book.getWorksheet('reviews')!.columnCount + 1);
  });

  it('keeps its header in sight, hides its lists, and is the same bytes each time', async () => {
    const bytes = writeTemplate(['session']);
    const book = await load(bytes);
    expect(book.getWorksheet('sessions')!.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['sessions', 'visible'],
      ['Notes', 'visible'],
      ['Lists', 'hidden'],
    ]);
    expect(Buffer.from(writeTemplate(['session'])).equals(bytes)).toBe(true);
  });

  it('sets off by bold letters what has to be filled in', async () => {
    const sheet = (await load(writeTemplate(['session']))).getWorksheet('sessions')!;
    const names = (sheet.getRow(1).values as string[]).slice(1);
    const bold = names.filter((_, i) => sheet.getCell(1, i + 1).font.bold === true);
    expect(bold).toEqual(['id', 'kind', 'startsAt', 'attendance', 'workers']);
  });
});
