import { AppError } from '../platform/errors.ts';
import { typeNamed } from '../records/registry.ts';
import { findFile, type Found, removeWork, uploadedFile, workBegunBy } from '../store/upload-files.ts';
import { changeUpload, readProgress, readUpload, type Upload } from '../store/uploads.ts';
import { planCsv, planNdjson, type Planned } from './plan-text.ts';
import { planWorkbook } from './plan-workbook.ts';
import { keepSlices, readSlice, releaseSlices } from './release-slices.ts';
import type { Uploading } from './uploading.ts';
import { workSlice } from './work-slice.ts';

/**
 * Does what a file that has come into the bucket asks for: an upload is planned, a slice is worked on, a replay goes on
 * with what is not done. Each may be asked for twice, and does once.
 */
export async function processFile(uploading: Uploading, key: string): Promise<void> {
  const begun = workBegunBy(key);
  const upload = begun && (await readUpload(uploading.table, begun.id));
  if (begun === undefined || upload === undefined) return;
  if (upload.state === 'done' || upload.state === 'refused') {
    await removeWork(uploading.bucket, upload);
    return;
  }
  if (upload.plan === undefined) {
    const planned = await planUpload(uploading, upload);
    if (planned !== undefined) await releaseSlices(uploading, planned);
  } else if (begun.slice === undefined) {
    await releaseSlices(uploading, upload, key.endsWith('/again.json'));
  } else {
    await workSlice(uploading, upload, await readSlice(uploading, upload, begun.slice));
    if (await isTurnDone(uploading, upload, begun.slice)) await releaseSlices(uploading, upload);
  }
}

/** Whether a slice was the last of its turn. */
async function isTurnDone({ table }: Uploading, upload: Upload, slice: string): Promise<boolean> {
  const [first = 0, second = 0] = upload.plan?.slices ?? [];
  const turn = slice.slice(0, 2);
  const done = (await readProgress(table, upload.id)).filter(
    (each) => each.isDone && each.slice.startsWith(turn),
  );
  return done.length === (turn === '1-' ? first : second);
}

/** Plans an upload; what is wrong with its file refuses it. */
async function planUpload(uploading: Uploading, upload: Upload): Promise<Upload | undefined> {
  const { table, bucket, log } = uploading;
  const found = await findFile(bucket, uploadedFile(upload));
  if (found === undefined) return undefined;
  try {
    const { slices, ...plan } = await planFile(uploading, upload, found);
    await keepSlices(uploading, upload, slices, found.etag);
    const first = slices.filter(({ name }) => name.startsWith('1-')).length;
    const counts: [number, number] = [first, slices.length - first];
    log.info('upload planned', { upload: upload.id, rows: plan.rows, slices: slices.length });
    const { etag } = found;
    const begun = await changeUpload(table, upload.id, (now) =>
      isUnplanned(now) ? { state: 'reading', plan: { ...plan, slices: counts, etag } } : undefined,
    );
    // Where the same file was planned by another message, its slices are set to work by both: that one may be cut off.
    return begun?.plan?.etag === etag ? begun : undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message: detail, issues } = error;
    log.info('upload refused', { upload: upload.id, code, issues: issues.length });
    const told = issues.map(({ field, code, message }) => ({ field, code, message }));
    const refused = { code, detail, issues: told };
    const ended = await changeUpload(table, upload.id, (now) =>
      isUnplanned(now) ? { state: 'refused', refused } : undefined,
    );
    if (ended?.refused === refused) await removeWork(bucket, upload);
    return undefined;
  }
}

/** Of two files that were sent with one form, the one that is planned first counts. */
const isUnplanned = ({ state, plan }: Upload) => state === 'waiting' && plan === undefined;

async function planFile(uploading: Uploading, upload: Upload, found: Found): Promise<Planned> {
  const { bucket, sizes } = uploading;
  const file = { ...found, bucket, key: uploadedFile(upload), sliceRows: sizes?.slice };
  const type = typeNamed(upload.type ?? '')?.type;
  switch (upload.format) {
    case 'csv':
      if (type === undefined) throw new Error('A CSV was taken in without its kind of record.');
      return planCsv(file, type);
    case 'ndjson':
      return planNdjson(file);
    case 'xlsx':
      return planWorkbook(file, upload, type);
  }
}
