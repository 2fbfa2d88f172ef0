import { headerIssues } from '../intake/rows/read-header.ts';
import { AppError } from '../platform/errors.ts';
import { openCsv } from '../intake/rows/csv-opening.ts';
import { strictUtf8 } from '../intake/rows/strict-utf8.ts';
import type { RecordTypeName } from '../records/registry.ts';
import type { Bucket } from '../store/pack-files.ts';
import { type Found, readRange } from '../store/upload-files.ts';
import type { Upload } from '../store/uploads.ts';
import { cutRows, type Span } from './cut-rows.ts';
import { csvRowEnds, lineEnds } from './row-ends.ts';
import { type Slice, sliceName } from './slice.ts';

/** Slices of a file, in two turns, and what one must know to read them. */
export type Planned = Omit<NonNullable<Upload['plan']>, 'slices' | 'etag'> & {
  readonly slices: readonly Slice[];
};

/** An uploaded file. */
export type UploadFile = Found & {
  readonly bucket: Bucket;
  readonly key: string;
  /** Rows of a slice, where they are not the usual. */
  readonly sliceRows?: number | undefined;
};

/**
 * Plans a CSV: its columns, and slices at the ends of rows. The whole is looked through first, so that a file that is no
 * UTF-8 or has a row that cannot be read is refused before a row of it is taken in.
 *
 * @throws AppError 422
 */
export async function planCsv(file: UploadFile, type: RecordTypeName): Promise<Planned> {
  const mark = await markLength(file);
  const { delimiter, header, length, text } = await openCsv(strictUtf8(bytesOf(file)));
  const issues = headerIssues(type, header);
  if (issues.length > 0) {
    const detail =
      'The columns are not right; no row was read. Correct the first row and send the file again.';
    throw new AppError(422, 'wrong-columns', detail, { issues });
  }
  const rowEnds = csvRowEnds(delimiter, FIRST_ROW);
  const start = mark + length;
  const spans = await cutRows(after(text, length), {
    start,
    firstRow: FIRST_ROW,
    rowEnds,
    most: file.sliceRows,
  });
  rowEnds.end();
  const slices = spans.map((span, i) => ({
    ...sliceOf(file.key, span),
    name: sliceName(2, i + 1),
    only: 'all' as const,
    type,
  }));
  return { slices, delimiter, headers: { [type]: header.map((name) => name.trim()) }, rows: rowsIn(spans) };
}

/** Plans lines of JSON: where placements may be, these are taken in before all else. */
export async function planNdjson(file: UploadFile): Promise<Planned> {
  const start = await markLength(file);
  const spans = await cutRows(strictUtf8(bytesOf(file)), {
    start,
    firstRow: 1,
    rowEnds: lineEnds(),
    most: file.sliceRows,
  });
  const withPlacements = spans.filter(({ mayHoldPlacements }) => mayHoldPlacements);
  const slices = [
    ...withPlacements.map((span, i) => ({
      ...sliceOf(file.key, span),
      name: sliceName(1, i + 1),
      only: 'placements' as const,
    })),
    ...spans.map((span, i) => ({
      ...sliceOf(file.key, span),
      name: sliceName(2, i + 1),
      only: 'others' as const,
    })),
  ];
  return { slices, rows: rowsIn(spans) };
}

/** The header is row 1. */
const FIRST_ROW = 2;

const bytesOf = ({ bucket, key, size, etag }: UploadFile) =>
  readRange(bucket, key, { start: 0, end: size, etag });

const sliceOf = (key: string, { start, end, firstRow }: Span) => ({ key, start, end, firstRow });

const rowsIn = (spans: readonly Span[]) => spans.reduce((sum, { rows }) => sum + rows, 0);

/** How long the byte order mark at the beginning of a file is. */
async function markLength({ bucket, key, size, etag }: UploadFile): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const part of readRange(bucket, key, { start: 0, end: Math.min(3, size), etag }))
    parts.push(part);
  return Buffer.concat(parts).toString('hex') === 'efbbbf' ? 3 : 0;
}

async function* after(text: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length;
  for await (const bytes of text) {
    if (bytes.length > left) yield bytes.subarray(left);
    left = Math.max(0, left - bytes.length);
  }
}
