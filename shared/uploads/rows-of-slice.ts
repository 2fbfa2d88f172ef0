import * as z from 'zod';
import type { Entry } from '../intake/entry.ts';
import { readNdjson } from '../intake/read-ndjson.ts';
import { csvCells } from '../intake/rows/csv-cells.ts';
import { readHeader } from '../intake/rows/read-header.ts';
import { type Row, rowReader } from '../intake/rows/read-row.ts';
import { repeatedIds } from '../intake/rows/repeated-ids.ts';
import { rowIssues } from '../intake/rows/row-issues.ts';
import type { FieldIssue } from '../platform/errors.ts';
import { typeNamed } from '../records/registry.ts';
import type { Bucket } from '../store/pack-files.ts';
import { readRange, uploadedFile } from '../store/upload-files.ts';
import type { Upload } from '../store/uploads.ts';
import type { Slice } from './slice.ts';

/** A row of an upload as the record that was sent in it. */
export type UploadedRow = Entry & {
  readonly row: number;
  /** The problems of the record as those of the sender's columns. */
  readonly told: (issues: readonly FieldIssue[]) => readonly FieldIssue[];
};

/** The rows of a slice as they come; blank ones are passed over. */
export function rowsOfSlice(bucket: Bucket, upload: Upload, slice: Slice): AsyncGenerator<UploadedRow> {
  const { key, start, end } = slice;
  const etag = key === uploadedFile(upload) ? upload.plan?.etag : undefined;
  const bytes = readRange(bucket, key, { start, end, ...(etag !== undefined && { etag }) });
  if (slice.type === undefined) return linesOfJson(bytes, slice);
  const header = upload.plan?.headers?.[slice.type] ?? [];
  const type = typeNamed(slice.type)?.type;
  if (type === undefined) throw new Error('There is no such kind of record.');
  const read = rowReader(type, readHeader(type, header), upload.format === 'csv' ? 'csv' : 'sheet');
  return upload.format === 'csv'
    ? rowsOfCsv(csvCells(bytes, upload.plan?.delimiter ?? ',', slice.firstRow), slice, read)
    : rowsOfSheet(bytes, read);
}

type ReadRow = ReturnType<typeof rowReader>;

async function* rowsOfCsv(
  rows: AsyncIterable<readonly string[]>,
  { firstRow }: Slice,
  read: ReadRow,
): AsyncGenerator<UploadedRow> {
  let number = firstRow;
  const repeated = repeatedIds();
  for await (const cells of rows) {
    const row = read(number, cells);
    if (row !== undefined) yield spreadsheetRow(row, repeated(row));
    number += 1;
  }
}

/** One row of a workbook as it is written down: its number, and its cells. */
const sheetRowSchema = z.tuple([z.int(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))]);

async function* rowsOfSheet(bytes: AsyncIterable<Uint8Array>, read: ReadRow): AsyncGenerator<UploadedRow> {
  const repeated = repeatedIds();
  for await (const line of linesOf(bytes)) {
    const [number, cells] = sheetRowSchema.parse(JSON.parse(line.toString('utf8')));
    const row = read(
      number,
      cells.map((cell) => cell ?? undefined),
    );
    if (row !== undefined) yield spreadsheetRow(row, repeated(row));
  }
}

function spreadsheetRow(row: Row, issues: Entry['issues']): UploadedRow {
  const { row: number, type, id, value } = row;
  const told: UploadedRow['told'] = (problems) => rowIssues(row, problems);
  return { row: number, type, id, value, ...(issues && { issues }), told };
}

async function* linesOfJson(
  bytes: AsyncIterable<Uint8Array>,
  { firstRow }: Slice,
): AsyncGenerator<UploadedRow> {
  let row = firstRow;
  for await (const line of linesOf(bytes)) {
    for (const entry of readNdjson(line)) yield { ...entry, row, told: (issues) => issues };
    row += 1;
  }
}

const NEW_LINE = 0x0a;

/** Lines as they come, without their ends. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const part of bytes) {
    const all = Buffer.concat([rest, part]);
    let begun = 0;
    for (let at = all.indexOf(NEW_LINE); at !== -1; at = all.indexOf(NEW_LINE, begun)) {
      yield all.subarray(begun, at);
      begun = at + 1;
    }
    rest = all.subarray(begun);
  }
  if (rest.length > 0) yield rest;
}
