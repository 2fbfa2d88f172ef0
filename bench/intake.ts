import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { putEntry } from '../shared/store/registries.ts';
import type { BenchSettings, Comparison } from './compare.ts';
import { type Row, sentRows } from './intake/sent-rows.ts';
import { submitBatches } from './intake/submit-batches.ts';
import { uploadRows } from './intake/upload-rows.ts';
import { writtenAlone } from './intake/written-alone.ts';
import { writtenInBulk } from './intake/written-in-bulk.ts';

/** In a quick run a twentieth of them, and of what follows. */
const ROWS = 20_000;
const QUICK = 20;
const BATCH = 1_000;
/** A file of these is one slice of each turn, as one of 20,000 is. */
const FILE = 5_000;

/**
 * Rows committed, in batches of a thousand and in uploaded files of five thousand, each against nothing but the
 * conditional writes of as many items at the same concurrency; and batches against unconditional writes of 25 at a time.
 */
export async function* intake({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const rows = quick ? ROWS / QUICK : ROWS;
  const batch = quick ? (4 * BATCH) / QUICK : BATCH;
  const file = quick ? FILE / QUICK : FILE;
  const counted = rows.toLocaleString('en-GB');
  const perSecond = (times: readonly number[] = []) => rate(rows, times);
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const bucket = { client: stores.objects, name: storeNames.UPLOADS_BUCKET };
  try {
    await putEntry(table, 'commissioners', 'northshire', { name: 'Northshire' }, new Date());
    const alone = writtenAlone(table);
    const [submitted, alongside, bulk] = await inTurns(rows, batch, 0, [
      submitBatches(table),
      alone,
      writtenInBulk(table),
    ]);
    yield {
      what: `intake, ${counted} rows in batches`,
      rival: 'the same conditional writes alone',
      atMost: 1.5,
      ratios: ratios(submitted, alongside),
      note: `${perSecond(submitted)} against ${perSecond(alongside)}`,
    };
    yield {
      what: `intake, ${counted} rows in batches`,
      rival: 'BatchWriteItem, without conditions',
      ratios: ratios(submitted, bulk),
      note: perSecond(bulk),
    };
    const [uploaded, beside] = await inTurns(rows, file, ROWS, [uploadRows(table, bucket), alone]);
    yield {
      what: `intake, ${counted} rows in files`,
      rival: 'the same conditional writes alone',
      ratios: ratios(uploaded, beside),
      note: `${perSecond(uploaded)} against ${perSecond(beside)}`,
    };
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Work = (rows: readonly Row[]) => Promise<unknown>;

/**
 * Has pieces of work each take in rows, so many at a time in turns, after as many that do not count.
 *
 * @param from where the numbers of the rows begin, which nobody else may have
 * @returns of each piece the milliseconds of each round
 */
async function inTurns(
  count: number,
  size: number,
  from: number,
  works: readonly Work[],
): Promise<number[][]> {
  const times = works.map((): number[] => []);
  for (let round = -1; round < count / size; round += 1) {
    const rows = sentRows(from + round + 1, size);
    // In another order each time, so that no place in it is anybody's.
    for (const i of works.keys()) {
      const place = (i + round + 1) % works.length;
      const begun = performance.now();
      await works[place]?.(rows);
      if (round >= 0) times[place]?.push(performance.now() - begun);
    }
  }
  return times;
}

const ratios = (own: readonly number[] = [], rival: readonly number[] = []) =>
  own.map((ms, round) => ms / (rival[round] ?? NaN));

function rate(rows: number, times: readonly number[]): string {
  const ms = times.reduce((sum, each) => sum + each, 0);
  return `${Math.round((rows / ms) * 1000).toLocaleString('en-GB')} rows/s`;
}
