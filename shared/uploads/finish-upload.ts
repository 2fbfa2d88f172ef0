import { listFiles, readFile, writeOnce } from '../store/pack-files.ts';
import { errorsFile, errorsFolder, removeWork } from '../store/upload-files.ts';
import { changeUpload, type Upload } from '../store/uploads.ts';
import { ERROR_COLUMNS } from './error-lines.ts';
import type { Uploading } from './uploading.ts';

/** So many problems are told in one file; whoever has more mends these first. */
const MOST_LINES = 100_000;

/** Ends an upload whose slices are all done: what was wrong is in one file, and what was sent is kept no longer. */
export async function finishUpload({ table, bucket, log, meter }: Uploading, upload: Upload): Promise<void> {
  await writeErrors(bucket, upload);
  const { id } = upload;
  await changeUpload(table, id, ({ state }) => (state === 'done' ? undefined : { state: 'done' }));
  log.info('upload worked through', { upload: id });
  meter.count('UploadsFinished', 1);
  await removeWork(bucket, upload);
}

async function writeErrors(bucket: Uploading['bucket'], upload: Upload): Promise<void> {
  const parts = await listFiles(bucket, `${errorsFolder(upload)}/parts/`);
  if (parts.length === 0) return;
  const lines: string[] = [];
  for (const key of parts) {
    if (lines.length > MOST_LINES) break;
    const text = Buffer.from(await readFile(bucket, key)).toString('utf8');
    lines.push(...text.split('\n').filter((line) => line !== ''));
  }
  // Placements were read before the other rows between them.
  const sorted = lines.slice(0, MOST_LINES).sort(orderOf(upload));
  const more = lines.length > MOST_LINES ? [MORE] : [];
  const text = `\uFEFF${[ERROR_COLUMNS, ...sorted, ...more].join('\r\n')}\r\n`;
  await writeOnce(bucket, errorsFile(upload), Buffer.from(text));
}

const MORE = ',,,more-errors,there are more problems; correct these and send the file again,';

/** By sheet and row; lines of JSON, which are of many kinds in one file, by row alone. */
function orderOf({ format }: Upload): (a: string, b: string) => number {
  return (a, b) => {
    const [sheetA = '', rowA] = a.split(',', 2);
    const [sheetB = '', rowB] = b.split(',', 2);
    const bySheet = format === 'ndjson' || sheetA === sheetB ? 0 : sheetA < sheetB ? -1 : 1;
    return bySheet === 0 ? Number(rowA) - Number(rowB) : bySheet;
  };
}
