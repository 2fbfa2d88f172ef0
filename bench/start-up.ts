import { buildSync } from 'esbuild';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { bundleFunction } from '../infra/constructs/bundle-function.ts';
import { nativePackages } from '../infra/constructs/copy-native-packages.ts';
import { portalBeside } from '../infra/constructs/portal-beside.ts';
import { codeSizes } from '../scripts/build/code-sizes.ts';
import { putEntry } from '../shared/store/registries.ts';
import type { BenchSettings, Comparison } from './compare.ts';
import { spreadOf } from './spread.ts';
import { batchSent, type FirstCall, firstCall, placementSent } from './start-up/first-call.ts';
import { openServices, type Services } from './start-up/services.ts';
import { type Started, startProcess } from './start-up/start-process.ts';

const COMMISSIONER = 'northshire';
const here = import.meta.dirname;
const project = join(here, '..');

/** Of one item stored, and of the calls that storing a placement takes. */
const rivals = ['sdk-alone', 'sdk-same-calls'] as const;

/** A bundle and what it is asked in each round. */
type Start = { readonly name: string; readonly bundle: string; readonly call: () => FirstCall };

/**
 * New processes of functions as they are deployed, from start to first answer, in turns with those of a bundle that has
 * the SDK alone and stores one item: the functions that take records in storing one, then every function with the
 * cheapest call it has. Quick: the former alone, in few rounds.
 */
export async function* startUp({ quick }: BenchSettings): AsyncGenerator<Comparison | string> {
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
    yield* storing(folder, rounds, quick ? 4 : 15);
    if (!quick) yield* all(folder, rounds);
  } finally {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Rounds = (starts: readonly Start[], count: number) => Promise<Started[][]>;

async function* storing(folder: string, rounds: Rounds, count: number): AsyncGenerator<Comparison> {
  const own: Start[] = [
    { name: 'submit-record', call: () => placementSent(randomUUID().slice(0, 13), COMMISSIONER) },
    { name: 'submit-batch', call: () => batchSent(randomUUID().slice(0, 13), COMMISSIONER) },
    { name: 'submit-record', call: () => placementSent(randomUUID().slice(0, 13), 'nobody') },
  ].map((start) => ({ ...start, bundle: bundled(folder, start.name) }));
  const sdks = rivals.map((name) => sdk(folder, name));
  const [alone = [], same = [], ...times] = await rounds([...sdks, ...own], count);
  yield* own.map((start, i) => ({
    ...compared(folder, start, times[i] ?? [], 'the SDK alone, one PutItem', alone),
    atMost: 1.3,
  }));
  yield* own
    .slice(0, 1)
    .map((start, i) => compared(folder, start, times[i] ?? [], 'the SDK alone, the same seven calls', same));
}

async function* all(folder: string, rounds: Rounds): AsyncGenerator<Comparison | string> {
  yield 'every function, by the cheapest call it has:';
  const own = readdirSync(join(project, 'functions')).map((name): Start => {
    const call = firstCall(name);
    return { name, bundle: bundled(folder, name), call: () => call };
  });
  const [alone = [], ...times] = await rounds([sdk(folder, 'sdk-alone'), ...own], 3);
  yield* own.map((start, i) => compared(folder, start, times[i] ?? [], 'the SDK alone, one PutItem', alone));
}

function compared(
  folder: string,
  { name, call }: Start,
  own: readonly Started[],
  rival: string,
  others: readonly Started[],
): Comparison {
  const over = (of: (started: Started) => number) =>
    own.map((started, round) => {
      const other = others[round];
      return other === undefined ? NaN : of(started) / of(other);
    });
  const size = Math.round(codeSizes(join(folder, name)).atStart / 1000);
  return {
    what: `start-up, ${name}, ${size} kB`,
    rival,
    ratios: over(({ wall }) => wall),
    note: `${call().asked}: ${outcomeOf(own[0])}; of processor time ${spreadOf(over(({ cpu }) => cpu))}`,
  };
}

const answerSchema = z.object({ statusCode: z.number().optional(), threw: z.string().optional() });

function outcomeOf(started: Started | undefined): string {
  const { statusCode, threw } = answerSchema.safeParse(started?.answer).data ?? {};
  return threw === undefined ? String(statusCode ?? 'done') : `refused, ${threw}`;
}

const roundsWith =
  ({ variablesOf }: Services, program: string): Rounds =>
  async (starts, count) => {
    const times = starts.map((): Started[] => []);
    // One round that does not count; in another order each time, so that no place in it is anybody's.
    for (let round = -1; round < count; round += 1)
      for (const i of starts.keys()) {
        const place = (i + round + 1) % starts.length;
        const start = starts[place];
        if (start === undefined) continue;
        const { name, bundle, call } = start;
        const started = await startProcess(program, bundle, call().event, variablesOf(name));
        if (round >= 0) times[place]?.push(started);
      }
    return times;
  };

function bundled(folder: string, name: string): string {
  bundleFunction(name, join(folder, name), Object.keys(nativePackages));
  if (name === 'show-portal') portalBeside(join(folder, name));
  return bundleOf(folder, name);
}

const bundleOf = (folder: string, name: string) => join(folder, name, 'index.mjs');

/** One file with all that it imports. */
function bundleAlone(name: string, outfile: string): void {
  buildSync({
    ...{ entryPoints: [join(here, 'start-up', `${name}.ts`)], outfile, bundle: true, minify: true },
    ...{ platform: 'node', format: 'esm', target: 'node24', mainFields: ['module', 'main'] },
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
}

function sdk(folder: string, name: string): Start {
  const call = { event: { body: 'x' }, asked: 'an item to store' };
  return { name: 'submit-record', bundle: bundleOf(folder, name), call: () => call };
}
