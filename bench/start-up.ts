import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { codeSizes } from '../scripts/build/code-sizes.ts';
import { routes } from '../shared/platform/routes.ts';
import { putEntry } from '../shared/store/registries.ts';
import type { BenchSettings, Comparison } from './compare.ts';
import { middleOf, spreadOf } from './spread.ts';
import { bundleAlone, bundled, bundleOf } from './start-up/bundles.ts';
import { batchSent, firstCall, placementSent } from './start-up/first-call.ts';
import { type Rounds, roundsWith, type Start, timesOver } from './start-up/rounds.ts';
import { openServices } from './start-up/services.ts';
import type { Started } from './start-up/start-process.ts';

const COMMISSIONER = 'northshire';
const project = join(import.meta.dirname, '..');

/** Of one item stored, and of the calls that storing a placement takes. */
const rivals = ['sdk-alone', 'sdk-same-calls'] as const;

/**
 * New processes of functions as they are deployed, from start to first answer, in turns with those of a bundle that has
 * the SDK alone and stores one item: the functions that take records in storing one, then every function with the
 * cheapest call it has. Quick: the former alone, in few rounds.
 *
 * A start is one thread's work, so its processor time is told, too: what else a machine does makes that little longer.
 */
export async function* startUp({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'janus-starts-'));
  const services = await openServices();
  try {
    await putEntry(services.table, 'commissioners', COMMISSIONER, { name: 'Northshire' }, new Date());
    // What is in the layer on Lambda.
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    const program = join(folder, 'first-answer.mjs');
    bundleAlone('first-answer', program);
    for (const name of rivals) bundleAlone(name, bundleOf(folder, name));
    const rounds = roundsWith(services, program);
    yield* storing(folder, rounds, quick ? 2 : 15);
    if (!quick) yield* all(folder, rounds);
  } finally {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* storing(folder: string, rounds: Rounds, count: number): AsyncGenerator<Comparison> {
  const own: Start[] = [
    { name: 'submit-record', call: () => placementSent(newId(), COMMISSIONER) },
    { name: 'submit-batch', call: () => batchSent(newId(), COMMISSIONER) },
    { name: 'submit-record', call: () => placementSent(newId(), 'nobody') },
  ].map((start) => ({ ...start, bundle: bundled(folder, start.name) }));
  const sdks = rivals.map((name) => sdk(folder, name));
  const [alone = [], same = [], record = [], batch = [], refused = []] = await rounds(
    [...sdks, ...own],
    count,
  );
  const line = (what: string, times: readonly Started[], rival: string, others: readonly Started[]) => {
    const { wall, cpu } = timesOver(times, others);
    const note = `answers ${outcomeOf(times[0])}; ${spreadOf(cpu)} of its processor time`;
    return { what: `start-up, ${what}`, rival, ratios: wall, note };
  };
  yield { ...line('submit-record, a placement', record, ONE_PUT, alone), atMost: 1.3 };
  yield { ...line('submit-batch, a placement', batch, ONE_PUT, alone), atMost: 1.3 };
  yield line('submit-record, refused, which stores nothing', refused, ONE_PUT, alone);
  yield line('submit-record, a placement', record, 'the SDK alone, the same seven calls', same);
}

const ONE_PUT = 'the SDK alone, one PutItem';
const newId = () => randomUUID().slice(0, 13);

async function* all(folder: string, rounds: Rounds): AsyncGenerator<Comparison> {
  const own = readdirSync(join(project, 'functions')).map((name): Start & { readonly asked: string } => {
    const call = firstCall(name);
    return { name, bundle: bundled(folder, name), call: () => call, asked: call.asked };
  });
  const [alone = [], ...times] = await rounds([sdk(folder, 'sdk-alone'), ...own], 3);
  const rows = own.map(({ name, asked }, i) => ({ name, asked, started: times[i] ?? [] }));
  for (const { name, asked, started } of rows) {
    const { wall, cpu } = timesOver(started, alone);
    const size = `${Math.round(codeSizes(join(folder, name)).atStart / 1000)} kB`;
    yield {
      what: `start-up, ${name}`,
      rival: ONE_PUT,
      ratios: wall,
      note: `${size}; ${asked}: ${outcomeOf(started[0])}; ${spreadOf(cpu)} of its processor time`,
      detail: true,
    };
  }
  const answering = rows.filter(({ name }) => routes.some((route) => route.function === name));
  yield {
    what: `start-up, ${answering.length} functions that answer requests`,
    rival: ONE_PUT,
    ratios: answering.map(({ started }) => middleOf(timesOver(started, alone).wall)),
    note: 'each by the cheapest call it has; the middle, the quickest and the slowest of the functions',
  };
}

const answerSchema = z.object({ statusCode: z.number().optional(), threw: z.string().optional() });

function outcomeOf(started: Started | undefined): string {
  const { statusCode, threw } = answerSchema.safeParse(started?.answer).data ?? {};
  return threw === undefined ? String(statusCode ?? 'done') : `refused, ${threw}`;
}

function sdk(folder: string, name: string): Start {
  const call = { event: { body: 'x' }, asked: 'an item to store' };
  return { name: 'submit-record', bundle: bundleOf(folder, name), call: () => call };
}
