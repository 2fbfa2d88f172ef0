import * as z from 'zod';
import { getItem, putItem, queryAll, queryPage, type Table } from './dynamo.ts';
import {
  tableIndexes,
  unfinishedUploads,
  unfinishedUploadsPartition,
  uploadKey,
  uploadsByProvider,
  uploadsOfProviderPartition,
  uploadSliceSort,
} from './table.ts';

const issueSchema = z.object({ field: z.string(), code: z.string(), message: z.string() });

const planSchema = z.object({
  /** Of the file that was planned: another one under its key is not read. */
  etag: z.string(),
  /** Slices that are worked through first, those with placements, and the others. */
  slices: z.tuple([z.int().min(0), z.int().min(0)]),
  /** Of a CSV. */
  delimiter: z.enum([',', ';', '\t']).optional(),
  /** Names of columns by kind of record, of a CSV or of each sheet. */
  headers: z.record(z.string(), z.array(z.string())).optional(),
  /** Rows of data, or lines. */
  rows: z.int().min(0),
  /** Sheets of a workbook that are named after no kind of record, by their place in it: 1 is the first. */
  sheetsPassedOver: z.array(z.int()).optional(),
});

const uploadSchema = z.object({
  id: z.string(),
  provider: z.string(),
  client: z.string(),
  format: z.enum(['csv', 'ndjson', 'xlsx']),
  type: z.string().optional(),
  mode: z.enum(['commit', 'validate']),
  openedAt: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'refused', 'failed']),
  /** Counted up by each change, so that of two at the same time one looks again. */
  change: z.int(),
  plan: planSchema.optional(),
  /** Why the file was refused before a row of it was read. */
  refused: z.object({ code: z.string(), detail: z.string(), issues: z.array(issueSchema) }).optional(),
  /** What failed on our side, and where; never what was sent. */
  failure: z.object({ name: z.string(), where: z.string(), at: z.string() }).optional(),
});

/**
 * A file that is worked through in the background, and how far it is: waiting for the file, reading it, done; refused
 * for what it is, or failed for what we are.
 */
export type Upload = z.infer<typeof uploadSchema>;

const countsSchema = z.object({
  created: z.int(),
  amended: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});

export type Counts = z.infer<typeof countsSchema>;

const affectedSchema = z.object({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int(),
  measures: z.array(z.string()).readonly().optional(),
  records: z.int(),
});

/** An issued pack that late records touch. */
export type AffectedPack = z.infer<typeof affectedSchema>;

const progressSchema = z.object({
  slice: z.string(),
  /** The last row that was worked on. */
  row: z.int(),
  /** When the rows after it were begun. */
  begunAt: z.string(),
  rows: z.int(),
  counts: z.record(z.string(), countsSchema),
  affects: z.array(affectedSchema).readonly(),
  isDone: z.boolean(),
});

/** How far a slice is: written after every so many rows, so that a crash loses none and counts none twice. */
export type SliceProgress = z.infer<typeof progressSchema>;

/** Writes an upload that is not there yet. */
export async function createUpload(table: Table, upload: Upload): Promise<void> {
  await putItem(table, itemOf(upload), 'absent');
}

export async function readUpload(table: Table, id: string): Promise<Upload | undefined> {
  const item = await getItem(table, uploadKey(id));
  return item && uploadSchema.parse(item);
}

/**
 * Changes an upload as it is at that moment; `change` answers nothing where nothing is to change.
 *
 * @returns the upload as it is then; undefined where there is none
 */
export async function changeUpload(
  table: Table,
  id: string,
  change: (upload: Upload) => Partial<Upload> | undefined,
): Promise<Upload | undefined> {
  for (;;) {
    const upload = await readUpload(table, id);
    const changed = upload && change(upload);
    if (upload === undefined || changed === undefined) return upload;
    const next = { ...upload, ...changed, change: upload.change + 1 };
    if (await putItem(table, itemOf(next), { change: upload.change })) return next;
  }
}

const itemOf = (upload: Upload) => ({
  ...uploadKey(upload.id),
  ...uploadsByProvider(upload.provider, upload.openedAt, upload.id),
  ...(isUnfinished(upload) && unfinishedUploads(upload.openedAt, upload.id)),
  ...upload,
});

/** Whether something is still to come of it, or to be done about it. */
const isUnfinished = ({ state }: Pick<Upload, 'state'>) => state !== 'done' && state !== 'refused';

const PAGE_SIZE = 50;

/** A provider's uploads, the newest first, a page at a time. */
export async function listUploads(table: Table, provider: string, before?: string) {
  return uploadsOn(table, tableIndexes.byParty, uploadsOfProviderPartition(provider), before);
}

/** The uploads of all providers that failed, are being read or wait for their file, the newest first, a page at a time. */
export async function listUnfinishedUploads(table: Table, before?: string) {
  return uploadsOn(table, tableIndexes.byCommissioner, unfinishedUploadsPartition, before);
}

async function uploadsOn(
  table: Table,
  index: (typeof tableIndexes)[keyof typeof tableIndexes],
  partition: string,
  before: string | undefined,
) {
  const { items, next } = await queryPage(table, {
    ...{ index, partition, descending: true, limit: PAGE_SIZE },
    ...(before !== undefined && { before }),
  });
  const last = next === undefined ? undefined : items.at(-1)?.[index.sort];
  return {
    uploads: items.map((item) => uploadSchema.parse(item)),
    ...(typeof last === 'string' && { cursor: last }),
  };
}

/** How far every slice is that was begun. */
export async function readProgress(table: Table, upload: string): Promise<SliceProgress[]> {
  const items = await queryAll(table, { partition: uploadKey(upload).PK, beginsWith: uploadSliceSort() });
  return items.map((item) => progressSchema.parse(item));
}

/** How far a slice is; undefined where it was not begun. */
export async function readSliceProgress(
  table: Table,
  upload: string,
  slice: string,
): Promise<SliceProgress | undefined> {
  const item = await getItem(table, { PK: uploadKey(upload).PK, SK: uploadSliceSort(slice) });
  return item && progressSchema.parse(item);
}

/** Writes how far a slice is, on the condition that nobody else has brought it further. */
export async function saveSliceProgress(
  table: Table,
  upload: string,
  next: SliceProgress,
  before: SliceProgress | undefined,
): Promise<boolean> {
  const item = { PK: uploadKey(upload).PK, SK: uploadSliceSort(next.slice), ...next };
  return putItem(table, item, before === undefined ? 'absent' : { row: before.row, begunAt: before.begunAt });
}
