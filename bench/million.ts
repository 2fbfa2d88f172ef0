import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchSettings, type Comparison, growthOf } from './compare.ts';
import { prepare } from './million/prepare.ts';
import { type Program, programsIn, type Run } from './million/programs.ts';
import { middleOf } from './spread.ts';

type Sizes = { readonly many: number; readonly few: number; readonly rounds: number };

const WHOLE: Sizes = { many: 1_000_000, few: 100_000, rounds: 3 };
const QUICK: Sizes = { many: 100_000, few: 10_000, rounds: 1 };

/** How far two figures of one digest may be apart. */
const SAME = 1e-6;

/**
 * One commissioner's month of a million records, about 17,000 people: whole processes by turns, which read prepared
 * pages and parse them and nothing more; compute and disclose the month from them, and a few of its figures alone; and
 * compute these figures from the same records as CSV by R and by DuckDB, where these are.
 */
export async function* million({ quick }: BenchSettings): AsyncGenerator<Comparison | string> {
  const sizes = quick ? QUICK : WHOLE;
  const folder = await mkdtemp(join(tmpdir(), 'janus-million-'));
  try {
    const many = await prepareIn(folder, sizes.many);
    const few = await prepareIn(folder, sizes.few);
    const { floor, ours, alone, rivals } = await programsIn(folder);
    const own = [ours, alone];
    const programs = [floor, ...own];
    const ofFew = new Map<string, Run>();
    for (const program of [...programs, ...rivals]) {
      const run = await program.run(few).catch((error: unknown) => reasonOf(error));
      if (typeof run !== 'string') ofFew.set(program.name, run);
      if (rivals.includes(program) && typeof run !== 'string') programs.push(program);
      if (typeof run === 'string')
        yield { what: `the month of ${counted(sizes.many)} records`, rival: program.name, note: run };
    }
    const rounds = await inTurns(programs, many, sizes.rounds);
    const runsOf = ({ name }: Program) => rounds.map((round) => runIn(round, name));
    const between = (ran: readonly Program[], other: Program, rival: string, atMost?: number) =>
      ran.map((program): Comparison => {
        const floors = runsOf(other).map(({ wallSeconds }) => wallSeconds);
        const ratios = runsOf(program).map(({ wallSeconds }, round) => wallSeconds / (floors[round] ?? NaN));
        const what = `${counted(sizes.many)} records, ${program.name}`;
        return { what, rival, ratios, ...(atMost !== undefined && { atMost }) };
      });
    yield* between([ours], floor, 'reading and parsing the pages', 1.3);
    yield* between([alone], floor, 'reading and parsing the pages');
    for (const rival of programs.slice(1 + own.length)) {
      yield* between([alone], rival, `the same by ${rival.name}`, 1);
      yield* between([ours], rival, `18 figures by ${rival.name}`);
    }
    const first = runIn(ofFew, ours.name).wallSeconds;
    yield {
      what: `growth from ${counted(sizes.few)} to ${counted(sizes.many)} records`,
      rival: 'the number of records, as its power',
      ratios: growthOf(
        runsOf(ours).map(({ wallSeconds }) => wallSeconds / first),
        sizes.many / sizes.few,
      ),
      atMost: 1.1,
    };
    for (const program of programs) yield usedBy(program, runsOf(program), runIn(ofFew, program.name), sizes);
    yield `ours, seconds: ${splitOf(runsOf(ours))}`;
    yield* digests(
      programs.slice(1).map((program) => ({ ...program, digest: lastOf(runsOf(program)).digest })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareIn(folder: string, records: number): Promise<string> {
  const own = join(folder, String(records));
  await mkdir(own);
  await prepare(own, records);
  return own;
}

type Round = ReadonlyMap<string, Run>;

async function inTurns(programs: readonly Program[], folder: string, count: number): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    const runs = new Map<string, Run>();
    for (const { name, run } of programs) runs.set(name, await run(folder));
    rounds.push(runs);
  }
  return rounds;
}

function runIn(round: Round, name: string): Run {
  const run = round.get(name);
  if (run === undefined) throw new Error(`${name} was not run`);
  return run;
}

function lastOf(runs: readonly Run[]): Run {
  const run = runs.at(-1);
  if (run === undefined) throw new Error('there was no round');
  return run;
}

/** What a program used in the middle round, and its memory against that of a tenth of the records. */
function usedBy({ name }: Program, runs: readonly Run[], few: Run, sizes: Sizes): string {
  const wall = middleOf(runs.map(({ wallSeconds }) => wallSeconds));
  const cpu = middleOf(runs.map(({ cpuSeconds }) => cpuSeconds));
  const peaks = runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  const memory =
    peaks.length === 0 || few.peakMegabytes === undefined
      ? 'memory not told'
      : `${Math.round(middleOf(peaks))} MB at the most, of ${counted(sizes.few)} records ${Math.round(few.peakMegabytes)} MB`;
  const perSecond = Math.round(sizes.many / wall / 1000);
  return `${name}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${perSecond},000 records a second, ${memory} (${lastOf(runs).note ?? ''})`;
}

function splitOf(runs: readonly Run[]): string {
  const parts = Object.keys(lastOf(runs).split ?? {});
  return parts
    .map((part) => `${part} ${middleOf(runs.map(({ split }) => split?.[part] ?? NaN)).toFixed(2)}`)
    .join(', ');
}

const counted = (records: number) => records.toLocaleString('en-GB');

type Digest = { readonly name: string; readonly digest: Readonly<Record<string, number>> };

/**
 * The figures that all computed, once where all agree.
 *
 * @throws Error where two do not
 */
function* digests([ours, ...others]: readonly Digest[]): Generator<string> {
  if (ours === undefined) return;
  for (const [figure, value] of Object.entries(ours.digest)) {
    for (const { name, digest } of others)
      if (!(Math.abs((digest[figure] ?? NaN) - value) <= SAME))
        throw new Error(`${figure} is ${value} here and ${String(digest[figure])} by ${name}`);
    yield `  ${figure.padEnd(28)} ${Number.isInteger(value) ? value : value.toFixed(9)}`;
  }
  const names = others.map(({ name }) => name);
  yield names.length === 0 ? 'no rival to agree with' : `agreed to ${SAME} with ${names.join(' and ')}`;
}

/** Why a rival did not run, in its own last words. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message.trim().split('\n') : [];
  return `not here, or failed: ${said.findLast((line) => line.includes('rror')) ?? said.at(-1) ?? ''}`;
}
