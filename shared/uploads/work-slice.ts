import { typeNamed } from '../records/registry.ts';
import { erasureGuard } from '../privacy/erasure-guard.ts';
import { errorsFolder, writeFile } from '../store/upload-files.ts';
import {
  type Counts,
  readSliceProgress,
  saveSliceProgress,
  type SliceProgress,
  type Upload,
} from '../store/uploads.ts';
import { affectedBy } from '../submission/late/affected-by.ts';
import { countOutcomes } from '../submission/count-outcomes.ts';
import type { Submitted } from '../submission/store-records.ts';
import { submitRecords } from '../submission/submit-records.ts';
import { addedPacks } from './added-packs.ts';
import { asBegun } from './as-begun.ts';
import { errorLines } from './error-lines.ts';
import { keepPlacements, knownPlacements } from './placements-of-upload.ts';
import { rowsOfSlice, type UploadedRow } from './rows-of-slice.ts';
import type { Slice } from './slice.ts';
import type { Uploading } from './uploading.ts';

/** Rows between two notes of how far a slice is. */
const CHUNK = 1_000;

/** Another invocation is working on the same slice and is further. */
class SliceOvertaken extends Error {
  override readonly name = 'SliceOvertaken';
}

/**
 * Takes in the rows of a slice, so many at a time, and notes after each how far it is: done again it goes on from there,
 * and where it is done does nothing.
 *
 * @throws SliceOvertaken
 */
export async function workSlice(uploading: Uploading, upload: Upload, slice: Slice): Promise<void> {
  const { table, bucket, now, meter, sizes: { chunk } = { chunk: CHUNK } } = uploading;
  const before = await readSliceProgress(table, upload.id, slice.name);
  if (before?.isDone === true) return;
  const save = async (next: SliceProgress, last: SliceProgress | undefined) => {
    if (!(await saveSliceProgress(table, upload.id, next, last))) throw new SliceOvertaken();
    return next;
  };
  let progress = before ?? (await save(notBegun(slice, now()), undefined));
  let isResumed = before !== undefined;
  const known = await knownPlacements(uploading, upload, slice);

  for await (const rows of chunksOf(rowsAfter(bucket, upload, slice, progress.row), chunk)) {
    const found = await submit(uploading, upload, rows, known);
    const results = isResumed ? await asBegun(uploading, upload, rows, found, progress.begunAt) : found;
    isResumed = false;
    if (upload.mode === 'commit') countOutcomes(meter, results);
    await keepErrors(uploading, upload, slice, rows, results);
    await keepPlacements(uploading, upload, slice, rows, results);
    progress = await save(
      {
        ...progress,
        row: rows.at(-1)?.row ?? progress.row,
        begunAt: now().toISOString(),
        rows: progress.rows + rows.length,
        counts: added(progress.counts, rows, results),
        affects: addedPacks(progress.affects, await affectedBy(uploading.table, upload.provider, results)),
      },
      progress,
    );
  }
  await save({ ...progress, isDone: true }, progress);
}

function notBegun({ name, firstRow }: Slice, now: Date): SliceProgress {
  const nothing = { rows: 0, counts: {}, affects: [], isDone: false };
  return { slice: name, row: firstRow - 1, begunAt: now.toISOString(), ...nothing };
}

async function* rowsAfter(
  bucket: Uploading['bucket'],
  upload: Upload,
  slice: Slice,
  after: number,
): AsyncGenerator<UploadedRow> {
  for await (const row of rowsOfSlice(bucket, upload, slice)) {
    const isPlacement = row.type === 'placement';
    const isAnothers = slice.only !== 'all' && (slice.only === 'placements') !== isPlacement;
    if (row.row > after && !isAnothers) yield row;
  }
}

async function* chunksOf(
  rows: AsyncIterable<UploadedRow>,
  most: number,
): AsyncGenerator<readonly UploadedRow[]> {
  let chunk: UploadedRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function submit(
  { table, tagOf, isCommissioner, now }: Uploading,
  { provider, client, mode }: Upload,
  rows: readonly UploadedRow[],
  known: Awaited<ReturnType<typeof knownPlacements>>,
): Promise<Submitted[]> {
  const placements = known(rows);
  const submission = {
    table,
    isCommissioner,
    erasures: erasureGuard(table, tagOf, provider),
    change: { provider, client, now },
    mode,
  };
  return (await submitRecords(submission, [...placements, ...rows])).slice(placements.length);
}

function added(
  counts: SliceProgress['counts'],
  rows: readonly UploadedRow[],
  outcomes: readonly Submitted[],
): SliceProgress['counts'] {
  const sum: Record<string, Counts> = { ...counts };
  outcomes.forEach(({ outcome }, i) => {
    const type = knownType(rows[i]?.type);
    const before = sum[type] ?? { created: 0, amended: 0, unchanged: 0, rejected: 0 };
    sum[type] = { ...before, [outcome]: before[outcome] + 1 };
  });
  return sum;
}

/** A kind that is none was sent by somebody, and is not told. */
const knownType = (type = '') => (typeNamed(type) === undefined ? 'unknown' : type);

/** Writes down what is wrong with rows, under the name of the first of them: done again, it is the same file. */
async function keepErrors(
  { bucket }: Uploading,
  upload: Upload,
  slice: Slice,
  rows: readonly UploadedRow[],
  results: readonly Submitted[],
): Promise<void> {
  const lines = results.flatMap((result, i) => {
    const row = rows[i];
    if (result.outcome !== 'rejected' || row === undefined) return [];
    return errorLines(row.type, row.row, result.issues);
  });
  if (lines.length === 0) return;
  const first = String(rows[0]?.row ?? 0).padStart(9, '0');
  const key = `${errorsFolder(upload)}/parts/${slice.type ?? 'lines'}-${first}-${slice.name}.csv`;
  await writeFile(bucket, key, `${lines.join('\n')}\n`);
}
