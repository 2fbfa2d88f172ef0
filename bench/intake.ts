import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { putEntry } from '../shared/store/registries.ts';
import { type BenchSettings, type Comparison, counted, growthOf, inTurns, over, timeOf } from './compare.ts';
import { sentRows } from './intake/sent-rows.ts';
import { submitBatches } from './intake/submit-batches.ts';
import { uploadRows } from './intake/upload-rows.ts';
import { writtenAlone } from './intake/written-alone.ts';
import { writtenInBulk } from './intake/written-in-bulk.ts';

const ROWS = 10_000;
const BATCH = 1_000;
/** A file of these is one slice of each turn, as one of 20,000 is. */
const FILE = 2_500;
/** In a quick run all are fewer by so much. */
const QUICK = 10;
/** A batch that is smaller by so much shows how its time grows. */
const TIMES = 10;

/**
 * Rows committed, in batches of a thousand and in uploaded files of more, each against nothing but the conditional
 * writes of as many items at the same concurrency; batches against unconditional writes of 25 at a time; and how the
 * time of a batch grows with its rows.
 */
export async function* intake({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const less = quick ? QUICK : 1;
  const [rows, batch, file] = [ROWS / less, BATCH / less, FILE / less];
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const bucket = { client: stores.objects, name: storeNames.UPLOADS_BUCKET };
  try {
    await putEntry(table, 'commissioners', 'northshire', { name: 'Northshire' }, new Date());
    const submit = submitBatches(table);
    const upload = uploadRows(table, bucket);
    const alone = writtenAlone(table);
    const written = writtenInBulk(table);
    const ofBatch = (round: number) => sentRows(round + 1, batch);
    const ofFewer = (round: number) => sentRows(ROWS + round + 1, batch / TIMES);
    const ofFile = (round: number) => sentRows(2 * ROWS + round + 1, file);
    const [submitted = [], alongside = [], bulk = [], fewer = []] = await inTurns(rows / batch, [
      (round) => timeOf(() => submit(ofBatch(round))),
      (round) => alone(ofBatch(round)),
      (round) => written(ofBatch(round)),
      (round) => timeOf(() => submit(ofFewer(round))),
    ]);
    yield {
      what: `intake, ${counted(rows)} rows in batches`,
      rival: 'the same conditional writes alone',
      atMost: 1.5,
      ratios: over(submitted, alongside),
      note: `${rate(batch, submitted)} against ${rate(batch, alongside)}`,
    };
    yield {
      what: `intake, ${counted(rows)} rows in batches`,
      rival: 'BatchWriteItem, without conditions',
      ratios: over(submitted, bulk),
      note: rate(batch, bulk),
    };
    const sizes = `batches of ${counted(batch / TIMES)} to ${counted(batch)} rows`;
    yield growthOf(`intake, ${sizes}`, 'rows', TIMES, over(submitted, fewer));
    const [uploaded = [], beside = []] = await inTurns(rows / file, [
      (round) => timeOf(() => upload(ofFile(round))),
      (round) => alone(ofFile(round)),
    ]);
    yield {
      what: `intake, ${counted(rows)} rows in files`,
      rival: 'the same conditional writes alone',
      ratios: over(uploaded, beside),
      note: `${rate(file, uploaded)} against ${rate(file, beside)}`,
    };
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param rows of one round */
function rate(rows: number, times: readonly number[]): string {
  const ms = times.reduce((sum, each) => sum + each, 0);
  return `${counted(Math.round((times.length * rows * 1000) / ms))} rows/s`;
}
