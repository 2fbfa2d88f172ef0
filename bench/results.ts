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
});

const resultsSchema = z.object({
  /** The day of the run, in UTC. */
  date: z.iso.date(),
  machine: z.object({
    processor: z.string(),
    cores: z.int(),
    memoryGb: z.int(),
    system: z.string(),
    node: z.string(),
  }),
  lines: z.array(lineSchema),
});

export type Line = z.infer<typeof lineSchema>;
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

export function lineOf(benchmark: string, { what, rival, ratios, atMost, note }: Comparison): Line {
  return {
    ...{ benchmark, what, rival },
    ratio:
      ratios === undefined
        ? null
        : {
            middle: rounded(middleOf(ratios)),
            least: rounded(Math.min(...ratios)),
            most: rounded(Math.max(...ratios)),
            rounds: ratios.length,
          },
    ...(atMost !== undefined && { atMost }),
    ...(note !== undefined && { note }),
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
 * @throws Error where those are of another machine or day, which no table may mix
 */
export function replaceResults({ date, machine, lines }: Results): void {
  const kept = readResults();
  if (kept.date !== date || JSON.stringify(kept.machine) !== JSON.stringify(machine))
    throw new Error(`What is kept is of ${kept.date} and ${kept.machine.processor}: run all of them.`);
  const placed = new Set<string>();
  const all = kept.lines.flatMap((line) => {
    const own = lines.filter(({ benchmark }) => benchmark === line.benchmark);
    if (own.length === 0) return [line];
    if (placed.has(line.benchmark)) return [];
    placed.add(line.benchmark);
    return own;
  });
  writeResults({ ...kept, lines: all });
}

/** @throws where no run is kept, or it cannot be read */
export function readResults(): Results {
  return resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8')));
}

const rounded = (ratio: number) => Number(ratio.toPrecision(4));
