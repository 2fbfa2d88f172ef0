import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadsHere } from '../local/threads/open-threads.ts';
import { type BenchSettings, type Comparison, growthOf, inTurns, over } from './compare.ts';
import { POISONED, seedAreas } from './months/seed-areas.ts';
import { type MonthTimes, timeMonth } from './months/time-month.ts';
import { middleOf } from './spread.ts';

/** The least parallel efficiency: the time on one thread over that on all of them, over how many they are. */
const EFFICIENCY = 0.8;

type Size = { readonly size: number; readonly rounds: number; readonly alone?: true };

/** Where a run takes a minute, it is run once each way; where it takes several, on all threads alone. */
const WHOLE: readonly Size[] = [
  { size: 10, rounds: 3, alone: true },
  { size: 100, rounds: 1, alone: true },
  { size: 300, rounds: 1 },
];
const QUICK: readonly Size[] = [{ size: 3, rounds: 1, alone: true }];

/**
 * A month run of all commissioners through the state machine on one machine, on all threads against the same on one;
 * how its time grows with their number; and that one whose records are damaged costs nobody else theirs.
 */
export async function* months({ quick }: BenchSettings): AsyncGenerator<Comparison | string> {
  const threads = threadsHere();
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const seeded = join(folder, 'seeded');
  const timeOn = (size: number, count: number) => async () => {
    const own = join(folder, 'own');
    await cp(seeded, own, { recursive: true });
    const times = await timeMonth(own, size, count);
    await rm(own, { recursive: true });
    return times;
  };
  let smaller = { size: 0, wall: NaN };
  try {
    for (const { size, rounds, alone } of quick ? QUICK : WHOLE) {
      await seedAreas(
        seeded,
        Array.from({ length: size - smaller.size }, (_, i) => smaller.size + i),
      );
      const turns = [timeOn(size, threads), ...(alone ? [timeOn(size, 1)] : [])];
      const [all = [], one] = await inTurns(rounds, turns, { warmed: false });
      if (one !== undefined) yield comparisonOf(size, threads, all, one);
      const wall = middleOf(wallsOf(all));
      if (smaller.size > 0)
        yield {
          ...growthOf(
            `month run, ${smaller.size} to ${size} commissioners`,
            'commissioners',
            size / smaller.size,
            [wall / smaller.wall],
          ),
          note: `${seconds(smaller.wall)} to ${seconds(wall)} on ${threads} threads`,
        };
      smaller = { size, wall };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  yield `a damaged record failed ${POISONED} alone in each run, by name; all others got their packs`;
}

function comparisonOf(
  size: number,
  threads: number,
  all: readonly MonthTimes[],
  one: readonly MonthTimes[],
): Comparison {
  const ratios = over(wallsOf(all), wallsOf(one));
  const busy = middleOf(one.map(({ cpu, wall }) => cpu / wall));
  const efficiency = 1 / (threads * middleOf(ratios));
  return {
    what: `month run, ${size} commissioners on ${threads} threads`,
    rival: 'the same on one thread',
    ratios,
    atMost: 1 / (EFFICIENCY * threads),
    note: [
      `${seconds(middleOf(wallsOf(all)))} against ${seconds(middleOf(wallsOf(one)))}`,
      `an efficiency of ${efficiency.toFixed(2)}`,
      `one keeps ${busy.toFixed(2)} cores busy`,
    ].join(', '),
  };
}

const wallsOf = (times: readonly MonthTimes[]) => times.map(({ wall }) => wall);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
