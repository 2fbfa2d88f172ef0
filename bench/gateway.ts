import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { type BenchSettings, type Comparison, counted, inTurns, over, timeOf } from './compare.ts';
import { atRate, within } from './gateway/at-rate.ts';
import { startSystem, type System } from './gateway/start-system.ts';
import { sentRows } from './intake/sent-rows.ts';
import { writtenAlone } from './intake/written-alone.ts';
import { middleOf } from './spread.ts';

const BATCHES = 10;
const BATCH = 1_000;
/** Calls a second, for so many seconds a turn, and so many turns. */
const RATE = 50;
const SECONDS = 3;
const QUICK_SECONDS = 1;
const TURNS = 5;

/**
 * The whole system as a process, called over loopback: batches of a thousand rows against nothing but the conditional
 * writes of what is stored of them; and records sent one by one at a fixed rate, whose waiting times stand beside those
 * of a call that does nothing, at the same rate. A call counts from when it was to be made, so that a stall is not told
 * as one slow call.
 */
export async function* gateway({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const system = await startSystem(join(folder, 'system'));
  try {
    yield await batches(system, join(folder, 'alone'), quick ? 1 : BATCHES);
    yield* oneByOne(system, quick ? 1 : TURNS, quick ? QUICK_SECONDS : SECONDS);
  } finally {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function batches({ call }: System, folder: string, count: number): Promise<Comparison> {
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const alone = writtenAlone({ client: stores.table, name: storeNames.TABLE_NAME });
  try {
    const [sent = [], written = []] = await inTurns(count, [
      (round) => {
        const records = sentRows(round + 1, BATCH).map(({ type, id, value }) => ({ type, id, ...value }));
        return timeOf(() => call('POST', '/v1/batches', { records }));
      },
      (round) => alone(sentRows(round + 1, BATCH)),
    ]);
    return {
      what: `intake over HTTP, ${counted(count * BATCH)} rows in batches`,
      rival: 'the same conditional writes alone, in process',
      ratios: over(sent, written),
      atMost: 1.5,
      note: `${counted(Math.round((BATCH * 1000) / middleOf(sent)))} rows/s`,
    };
  } finally {
    await stores.close();
  }
}

/** The middle and what 5 of 100 calls take longer than turn by turn; what one of 100 does, of the calls of all turns. */
async function* oneByOne({ call }: System, count: number, seconds: number): AsyncGenerator<Comparison> {
  const calls = RATE * seconds;
  const [sent = [], idle = []] = await inTurns(count, [
    (round) =>
      atRate(RATE, sentRows(1_000_000 + round, calls), ({ type, id, value }) =>
        call('PUT', `/v1/${type}s/${id}`, value),
      ),
    () => atRate(RATE, Array.from({ length: calls }), () => call('GET', '/health')),
  ]);
  for (const [part, share, own, rival] of [
    ['p50', 0.5, sent, idle],
    ['p95', 0.95, sent, idle],
    [`p99 of ${counted(count * calls)} calls`, 0.99, [sent.flat()], [idle.flat()]],
  ] as const) {
    const [ours, nothing] = [own, rival].map((turns) => turns.map((times) => within(share, times)));
    if (ours === undefined || nothing === undefined) continue;
    yield {
      what: `one record, ${RATE} a second, ${part}`,
      rival: 'GET /health at the same rate',
      ratios: over(ours, nothing),
      note: `${middleOf(ours).toFixed(1)} ms against ${middleOf(nothing).toFixed(1)}`,
    };
  }
}
