import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { type BenchSettings, type Comparison, timeOf } from './compare.ts';
import { atRate, type Latencies } from './gateway/at-rate.ts';
import { startSystem, type System } from './gateway/start-system.ts';
import { sentRows } from './intake/sent-rows.ts';
import { writtenAlone } from './intake/written-alone.ts';
import { middleOf } from './spread.ts';

const BATCHES = 10;
const BATCH = 1_000;
/** Calls a second, for so many seconds a turn, and so many turns. */
const RATE = 50;
const SECONDS = 2;
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
    yield await batches(system, join(folder, 'alone'), quick ? 2 : BATCHES);
    yield* oneByOne(system, quick ? 1 : TURNS);
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
  const ratios: number[] = [];
  let ms = 0;
  try {
    for (let batch = -1; batch < count; batch += 1) {
      const rows = sentRows(batch + 1, BATCH);
      const records = rows.map(({ type, id, value }) => ({ type, id, ...value }));
      const own = await timeOf(() => call('POST', '/v1/batches', { records }));
      const floor = await timeOf(() => alone(rows));
      // The first is not counted: it is what neither has done before.
      if (batch < 0) continue;
      ratios.push(own / floor);
      ms += own;
    }
  } finally {
    await stores.close();
  }
  const rate = Math.round((count * BATCH * 1000) / ms).toLocaleString('en-GB');
  return {
    what: `intake over HTTP, ${(count * BATCH).toLocaleString('en-GB')} rows in batches`,
    rival: 'the same conditional writes alone, in process',
    ratios,
    atMost: 1.5,
    note: `${rate} rows/s`,
  };
}

async function* oneByOne({ call }: System, turns: number): AsyncGenerator<Comparison> {
  const rows = sentRows(1_000_000, RATE * SECONDS * (turns + 1));
  const sent: Latencies[] = [];
  const idle: Latencies[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const own = rows.slice(turn * RATE * SECONDS, (turn + 1) * RATE * SECONDS);
    const send = await atRate(RATE, own, ({ type, id, value }) => call('PUT', `/v1/${type}s/${id}`, value));
    const nothing = await atRate(RATE, own, () => call('GET', '/health'));
    if (turn === 0) continue;
    sent.push(send);
    idle.push(nothing);
  }
  for (const part of ['p50', 'p95', 'p99'] as const)
    yield {
      what: `one record, ${RATE} a second, ${part}`,
      rival: 'GET /health at the same rate',
      ratios: sent.map((own, turn) => own[part] / (idle[turn]?.[part] ?? NaN)),
      note: `${middle(sent, part)} ms against ${middle(idle, part)}`,
    };
}

const middle = (all: readonly Latencies[], part: keyof Latencies) =>
  middleOf(all.map((one) => one[part])).toFixed(1);
