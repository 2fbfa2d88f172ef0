import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadsHere } from '../local/threads/open-threads.ts';
import { type BenchSettings, type Comparison, growthOf } from './compare.ts';
import { POISONED, seedAreas } from './months/seed-areas.ts';
import { type MonthTimes, timeMonth } from './months/time-month.ts';

/** The least parallel efficiency: one alone × how many, over threads × the time of all. */
const EFFICIENCY = 0.8;

/**
 * A month run of all commissioners through the state machine on one machine, against some of them one after another, as
 * many times over; how its time grows with their number; and that one whose records are damaged costs nobody else
 * theirs.
 */
export async function* months({ quick }: BenchSettings): AsyncGenerator<Comparison | string> {
  const sizes = quick ? [4, 8] : [10, 100, 300];
  const threads = threadsHere();
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const times: MonthTimes[] = [];
  try {
    let seeded = 0;
    for (const size of sizes) {
      const areas = Array.from({ length: size - seeded }, (_, i) => seeded + i);
      await seedAreas(join(folder, 'seeded'), areas);
      seeded = size;
      const own = join(folder, String(size));
      await cp(join(folder, 'seeded'), own, { recursive: true });
      const timed = await timeMonth(own, { size, threads });
      await rm(own, { recursive: true });
      times.push(timed);
      yield comparisonOf(timed, threads);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  yield `a damaged record failed ${POISONED} alone in each run, by name; all others got their packs`;
  for (const [i, larger] of times.entries()) {
    const smaller = times[i - 1];
    if (smaller === undefined) continue;
    yield {
      what: `month run, growth from ${smaller.size} to ${larger.size}`,
      rival: 'the number of commissioners, as its power',
      ratios: growthOf([larger.wall / smaller.wall], larger.issued / smaller.issued),
      atMost: 1.1,
    };
  }
}

function comparisonOf({ size, issued, wall, alone, cpu, cpuAlone }: MonthTimes, threads: number): Comparison {
  const efficiency = (alone * issued) / (threads * wall);
  return {
    what: `month run, ${size} commissioners`,
    rival: `the same one alone after another`,
    ratios: [wall / (alone * issued)],
    atMost: 1 / (EFFICIENCY * threads),
    note: [
      `${(wall / 1000).toFixed(1)} s on ${threads} threads, an efficiency of ${efficiency.toFixed(2)}`,
      `${(cpu / (cpuAlone * issued)).toFixed(2)} × the processor's time`,
    ].join('; '),
  };
}
