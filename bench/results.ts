import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import * as z from 'zod';
import { middleOf } from './spread.ts';
import type { Comparison } from './compare.ts';

/** Where the results of a whole run are kept: what README says is made of them. */
const RESULTS = new URL('results.json', import.meta.url);

const lineSchema = z.object({
  benchmark: z.string(),
  what: z.string(),
  rival: z.string(),
  /** The middle of the rounds, the least and the most; null where the rival was not there. */
  ratio: z.object({ middle: z.number(), least: z.number(), most: z.number(), rounds: z.int() }).nullable(),
  atMost: z.number().optional(),
  note: z.string().optional(),
  /** What the rival is and of which version, where it is somebody else's. */
  version: z.string().optional(),
  /** One of many of its kind, which the README leaves out. */
  detail: z.literal(true).optional(),
});

/** When a benchmark was run, and of which code. */
const runSchema = z.object({
  benchmark: z.string(),
  ended: z.iso.datetime(),
  commit: z.string(),
  /** Whether the code was as committed. */
  clean: z.boolean(),
});

const resultsSchema = z.object({
  machine: z.object({
    processor: z.string(),
    cores: z.int(),
    memoryGb: z.int(),
    system: z.string(),
    node: z.string(),
  }),
  runs: z.array(runSchema),
  lines: z.array(lineSchema),
});

export type Line = z.infer<typeof lineSchema>;
export type BenchRun = z.infer<typeof runSchema>;
export type Results = z.infer<typeof resultsSchema>;

/** What the ratios are of. */
export function thisMachine(): Results['machine'] {
  return {
    processor: cpus()[0]?.model ?? arch(),
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
  };
}

export function lineOf(benchmark: string, { ratios, ...told }: Comparison): Line {
  return {
    benchmark,
    ...told,
    ratio:
      ratios === undefined
        ? null
        : {
            middle: rounded(middleOf(ratios)),
            least: rounded(Math.min(...ratios)),
            most: rounded(Math.max(...ratios)),
            rounds: ratios.length,
          },
  };
}

/** Whether what was promised of a line holds; undefined where nothing was, or the rival was not there. */
export function isMet({ ratio, atMost }: Line): boolean | undefined {
  return ratio === null || atMost === undefined ? undefined : ratio.middle <= atMost;
}

export function writeResults(results: Results): void {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Puts the lines of some benchmarks into the kept results, in the place of theirs.
 *
 * @throws Error where those are of another machine, which no table may mix
 */
export function replaceResults({ machine, runs, lines }: Results): void {
  const kept = readResults();
  if (JSON.stringify(kept.machine) !== JSON.stringify(machine))
    throw new Error(
      `What is kept is of ${kept.machine.processor}, Node ${kept.machine.node}: run all of them.`,
    );
  writeResults({
    machine,
    runs: replaced(kept.runs, runs),
    lines: replaced(kept.lines, lines),
  });
}

function replaced<Of extends { readonly benchmark: string }>(
  kept: readonly Of[],
  renewed: readonly Of[],
): Of[] {
  const groups = Map.groupBy(kept, ({ benchmark }) => benchmark);
  for (const [benchmark, own] of Map.groupBy(renewed, (one) => one.benchmark)) groups.set(benchmark, own);
  return [...groups.values()].flat();
}

/** @throws where no run is kept, or it cannot be read */
export function readResults(): Results {
  return resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8')));
}

const rounded = (ratio: number) => Number(ratio.toPrecision(4));
