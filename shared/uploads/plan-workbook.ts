import { firstIssues } from '../intake/first-issues.ts';
import { openWorkbook, type WorkbookSheet } from '../intake/workbook/open-workbook.ts';
import { TEMPLATE_SHEETS } from '../intake/workbook/template-sheets.ts';
import { headerIssues } from '../intake/rows/read-header.ts';
import { AppError, type FieldIssue } from '../platform/errors.ts';
import { recordTypeNames, type RecordTypeName, typeNamed, typeOfCollection } from '../records/registry.ts';
import { readRange, workOfFile, writeFile } from '../store/upload-files.ts';
import type { Upload } from '../store/uploads.ts';
import type { Planned, UploadFile } from './plan-text.ts';
import { type Slice, sliceName } from './slice.ts';

type Sheet = WorkbookSheet & { readonly type: RecordTypeName };

const MOST_ROWS = 20_000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Plans a workbook: every sheet that is named after a kind of record, `session` or `sessions`, is written down row by row
 * in slices, placements first. Other sheets are passed over, and told by their places, since a name may be a person's.
 * Of a workbook with one sheet the kind may be said instead.
 *
 * @throws AppError 422
 */
export async function planWorkbook(
  file: UploadFile,
  upload: Upload,
  only?: RecordTypeName,
): Promise<Planned> {
  const { bucket, key, size, etag } = file;
  const book = await openWorkbook({
    size,
    read: (start, end) => readRange(bucket, key, { start, end, etag }),
  });
  const sheets = sheetsOfRecords(book, only);
  const issues: FieldIssue[] = [];
  const headers: Record<string, string[]> = {};
  for (const sheet of sheets) {
    const header = await headerOf(sheet);
    headers[sheet.type] = header;
    issues.push(...headerIssues(sheet.type, header).map((each) => ofSheet(sheet, each, sheets.length)));
  }
  if (issues.length > 0) {
    const detail =
      'The columns are not right; no row was read. Correct the first rows and send the workbook again.';
    throw new AppError(422, 'wrong-columns', detail, { issues: firstIssues(issues) });
  }
  let rows = 0;
  const slices: Slice[] = [];
  for (const turn of [1, 2] as const) {
    const ofTurn = sheets.filter(({ type }) => (type === 'placement') === (turn === 1));
    let number = 0;
    for (const sheet of ofTurn)
      for await (const part of writtenDown(file, upload, sheet)) {
        rows += part.rows;
        number += 1;
        slices.push({ ...part.slice, name: sliceName(turn, number) });
      }
  }
  const passedOver = book.flatMap(({ name }, i) =>
    TEMPLATE_SHEETS.includes(name) || sheets.some((sheet) => sheet.name === name) ? [] : [i + 1],
  );
  return { slices, headers, rows, ...(passedOver.length > 0 && { sheetsPassedOver: passedOver }) };
}

function sheetsOfRecords(book: readonly WorkbookSheet[], only: RecordTypeName | undefined): Sheet[] {
  const [first] = book;
  if (only !== undefined && book.length === 1 && first !== undefined) return [{ ...first, type: only }];
  const sheets = book.flatMap((sheet) => {
    const type = typeOfSheet(sheet.name);
    return type === undefined || (only !== undefined && type !== only) ? [] : [{ ...sheet, type }];
  });
  const twice = sheets.find(({ type }, i) => sheets.findIndex((other) => other.type === type) !== i);
  if (twice !== undefined) {
    const detail = `Two sheets are named after ${twice.type}; nothing was read. Put their rows into one.`;
    throw new AppError(422, 'repeated-sheet', detail);
  }
  if (sheets.length > 0) return sheets;
  const names = recordTypeNames.map((type) => typeNamed(type)?.collection ?? type).join(', ');
  const detail = `No sheet is named after a kind of record; nothing was read. Name the sheets ${names}.`;
  throw new AppError(422, 'no-sheet-of-records', detail);
}

function typeOfSheet(name: string): RecordTypeName | undefined {
  const plain = name.trim().toLowerCase();
  return (typeNamed(plain) ?? typeOfCollection(plain))?.type;
}

const ofSheet = ({ type }: Sheet, issue: FieldIssue, sheets: number): FieldIssue =>
  sheets === 1 ? issue : { ...issue, field: `${typeNamed(type)?.collection ?? type}, ${issue.field}` };

/** The names in the first row, with nothing where it has none. */
async function headerOf(sheet: Sheet): Promise<string[]> {
  for await (const { number, cells } of sheet.rows())
    return number === 1 ? Array.from(cells, (cell) => String(cell ?? '').trim()) : [];
  return [];
}

type Part = { readonly rows: number; readonly slice: Omit<Slice, 'name'> };

/** Writes a sheet down as lines that can be read again from anywhere, so many rows to a file. */
async function* writtenDown(
  { bucket, etag, sliceRows = MOST_ROWS }: UploadFile,
  upload: Upload,
  { type, rows }: Sheet,
): AsyncGenerator<Part> {
  let lines: string[] = [];
  let [length, firstRow, number] = [0, 2, 0];
  const write = async (): Promise<Part> => {
    number += 1;
    const body = Buffer.from(lines.join(''));
    const key = `${workOfFile(upload, etag)}/rows/${type}-${String(number).padStart(5, '0')}.jsonl`;
    await writeFile(bucket, key, body);
    const part = {
      rows: lines.length,
      slice: { key, start: 0, end: body.length, firstRow, only: 'all' as const, type },
    };
    [lines, length] = [[], 0];
    return part;
  };
  for await (const row of rows()) {
    if (row.number < 2) continue;
    if (lines.length === 0) firstRow = row.number;
    const line = `${JSON.stringify([row.number, Array.from(row.cells, (cell) => cell ?? null)])}\n`;
    lines.push(line);
    length += line.length;
    if (lines.length >= sliceRows || length >= MOST_BYTES) yield await write();
  }
  if (lines.length > 0) yield await write();
}
