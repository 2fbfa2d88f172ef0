import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchSettings, type Comparison, counted, growthOf, inTurns, over } from './compare.ts';
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
    const programs = [floor, ours, alone];
    const here: Program[] = [];
    for (const rival of rivals) {
      const note = await rival.run(few).then(() => undefined, reasonOf);
      if (note === undefined) here.push(rival);
      else yield { what: `the month of ${counted(sizes.many)} records`, rival: rival.name, note };
    }
    programs.push(...here);
    const runs = await inTurns(
      sizes.rounds,
      [many, few].flatMap((pages) =>
        programs.map(
          ({ run }) =>
            () =>
              run(pages),
        ),
      ),
      { warmed: false },
    );
    const runsOf = (program: Program) => runs[programs.indexOf(program)] ?? [];
    const ofFew = (program: Program) => runs[programs.length + programs.indexOf(program)] ?? [];
    const between = (program: Program, other: Program, rival: string): Comparison => ({
      what: `${counted(sizes.many)} records, ${program.name}`,
      rival,
      ratios: over(wallsOf(runsOf(program)), wallsOf(runsOf(other))),
    });
    yield { ...between(ours, floor, 'reading and parsing the pages'), atMost: 1.3 };
    yield between(alone, floor, 'reading and parsing the pages');
    for (const rival of here) {
      const version = lastOf(runsOf(rival)).note ?? rival.name;
      yield { ...between(alone, rival, `the same by ${rival.name}`), atMost: 1, version };
      yield { ...between(ours, rival, `18 figures by ${rival.name}`), version };
    }
    yield* growth(runsOf(ours), ofFew(ours), sizes);
    yield {
      what: `${counted(sizes.many)} records, ${ours.name}, peak memory`,
      rival: `that of ${counted(sizes.few)}`,
      ratios: over(runsOf(ours).map(peakOf), ofFew(ours).map(peakOf)),
      note: programs.map((program) => `${program.name} ${peakIn(runsOf(program))}`).join(', '),
    };
    for (const program of programs) yield usedBy(program, runsOf(program), ofFew(program), sizes);
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

const wallsOf = (runs: readonly Run[]) => runs.map(({ wallSeconds }) => wallSeconds);
const peakOf = ({ peakMegabytes = NaN }: Run) => peakMegabytes;
const peakIn = (runs: readonly Run[]) => `${Math.round(middleOf(runs.map(peakOf)))} MB`;

/**
 * How the time grows with the records, but for what is withheld, which takes about as long for few as for many and
 * would make the rest seem to shrink; and that beside.
 */
function* growth(many: readonly Run[], few: readonly Run[], sizes: Sizes): Generator<Comparison> {
  const part = (names: readonly string[], runs: readonly Run[]) =>
    runs.map(({ split }) => names.reduce((sum, name) => sum + (split?.[name] ?? NaN), 0));
  const seconds = (times: readonly number[]) => `${middleOf(times).toFixed(2)} s`;
  const [own, small] = [many, few].map((runs) => part(['parse', 'observe', 'conclude'], runs));
  const [withheld, ofFew] = [many, few].map((runs) => part(['disclose'], runs));
  if (own === undefined || small === undefined || withheld === undefined || ofFew === undefined) return;
  const what = `${counted(sizes.few)} to ${counted(sizes.many)} records but for what is withheld`;
  yield {
    ...growthOf(what, 'records', sizes.many / sizes.few, over(own, small)),
    note: `${seconds(small)} to ${seconds(own)}`,
  };
  yield {
    what: `what is withheld of ${counted(sizes.many)} records`,
    rival: `of ${counted(sizes.few)}`,
    ratios: over(withheld, ofFew),
    note: `${seconds(withheld)} against ${seconds(ofFew)}`,
  };
}

function lastOf(runs: readonly Run[]): Run {
  const run = runs.at(-1);
  if (run === undefined) throw new Error('there was no round');
  return run;
}

/** What a program used in the middle round, and its memory against that of a tenth of the records. */
function usedBy({ name }: Program, runs: readonly Run[], few: readonly Run[], sizes: Sizes): string {
  const wall = middleOf(wallsOf(runs));
  const cpu = middleOf(runs.map(({ cpuSeconds }) => cpuSeconds));
  const memory = `${peakIn(runs)} at the most, of ${counted(sizes.few)} records ${peakIn(few)}`;
  const perSecond = Math.round(sizes.many / wall / 1000);
  return `${name}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${perSecond},000 records a second, ${memory} (${lastOf(runs).note ?? ''})`;
}

function splitOf(runs: readonly Run[]): string {
  const parts = Object.keys(lastOf(runs).split ?? {});
  return parts
    .map((part) => `${part} ${middleOf(runs.map(({ split }) => split?.[part] ?? NaN)).toFixed(2)}`)
    .join(', ');
}

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
