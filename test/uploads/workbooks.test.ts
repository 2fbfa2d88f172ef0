import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../../shared/store/read-records.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { anUploading, type TestUploading } from '../support/uploading.ts';

let t: TestUploading;
beforeAll(async () => (t = await anUploading()));
afterAll(() => t.stop());

const opening = { format: 'xlsx' } as const;
const HEADER = ['id', 'personRef', 'openedOn', 'source', 'substance', 'outcome'];
const lapse = (id: string, substance = 'alcohol') => [id, 'SU-1', '2026-10-05', 'test', substance, 'open'];

/** A workbook with these sheets, each of these rows. */
async function aWorkbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('sheets that are named after no kind of record are told by their places, those of a template are not', async () => {
  const book = await aWorkbook({
    Lists: [['open']],
    Lapses: [HEADER, lapse('L-1')],
    'Old lapses': [HEADER, lapse('L-2')],
    Notes: [['what a column holds']],
    Sheet5: [],
  });
  const upload = await t.send(opening, book);
  await t.workThrough();
  const { state, plan, sum } = await t.stateOf(upload);
  expect([state, plan?.sheetsPassedOver, sum.created]).toEqual(['done', [3, 5], 1]);
});

test('of a workbook whose sheets are all of records none is told', async () => {
  const upload = await t.send(opening, await aWorkbook({ lapse: [HEADER, lapse('L-1')] }));
  await t.workThrough();
  expect((await t.stateOf(upload)).plan).not.toHaveProperty('sheetsPassedOver');
});

test('of two workbooks that were sent with one form, only rows of the one that is planned first are taken in', async () => {
  const first = await aWorkbook({ lapses: [HEADER, lapse('L-1'), lapse('L-2')] });
  const second = await aWorkbook({ lapses: [HEADER, lapse('L-1', 'cannabis'), lapse('L-3')] });
  const upload = await t.send(opening, first);
  // The second one is sent, planned and set to work just before it is written down how the first was.
  const meanwhile = async () => {
    await t.put(uploadedFile(upload), second);
    await t.process(t.messages.pop()!);
  };
  await t.process(t.messages.pop()!, { table: pausedBefore(t.table, 2, meanwhile).table });
  await t.workThrough();
  expect((await t.stateOf(upload)).sum).toEqual({ created: 2, amended: 0, unchanged: 0, rejected: 0 });
  const stored = async (id: string) => (await readRecord(t.table, upload.provider, 'lapse', id))?.data;
  expect(await stored('L-1')).toMatchObject({ substance: 'cannabis' });
  expect([await stored('L-2'), (await stored('L-3')) !== undefined]).toEqual([undefined, true]);
});
