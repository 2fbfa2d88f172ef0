import { collectGarbage } from './garbage.ts';
import { middleOf } from './spread.ts';

/** One line of a benchmark: how much of its rival's time something takes, round by round. */
export type Comparison = {
  readonly what: string;
  readonly rival: string;
  /** Time over the rival's time in each round; absent when the rival is not there. */
  readonly ratios?: readonly number[];
  readonly note?: string;
  /** What the middle of the ratios is to be at most, where something was promised. */
  readonly atMost?: number;
  /** What the rival is and of which version, where it is somebody else's. */
  readonly version?: string;
  /** One of many of its kind: kept with the results, but too much for the README. */
  readonly detail?: true;
};

export type BenchSettings = {
  /** Smaller inputs and fewer rounds: to see that all of it runs and about where it stands. */
  readonly quick: boolean;
};

/** A benchmark: its lines one after the other, and what else it says of them. */
export type Benchmark = (settings: BenchSettings) => AsyncGenerator<Comparison | string>;

type Work = () => unknown;

/** What measures a piece of work, told which round it is: from 0, or from -1 where one does not count. */
type Turn<Measured> = (round: number) => Measured | Promise<Measured>;

/**
 * Has pieces of work measured in turns, so that what the machine does meanwhile falls on all of them: in another order
 * each round, so that no place in it is anybody's, and none with the garbage of the one before.
 *
 * @param warmed whether a round that does not count comes first, as it should where the work is of this process
 * @returns of each what was measured, round by round
 */
export async function inTurns<Measured>(
  rounds: number,
  turns: readonly Turn<Measured>[],
  { warmed = true } = {},
): Promise<Measured[][]> {
  const measured = turns.map((): Measured[] => []);
  for (let round = warmed ? -1 : 0; round < rounds; round += 1)
    for (const i of turns.keys()) {
      const place = (i + round + 1) % turns.length;
      const turn = turns[place];
      if (turn === undefined) continue;
      collectGarbage();
      const result = await turn(round);
      if (round >= 0) measured[place]?.push(result);
    }
  return measured;
}

/**
 * Times two pieces of work in turns, ours and the rival's: the ratios, and the middle of ours in milliseconds.
 *
 * @param before is done before each of them, and not timed
 */
export async function ratiosOf(ours: Work, rival: Work, rounds: number, before: Work = () => undefined) {
  const turnOf = (work: Work) => async () => {
    await before();
    return timeOf(work);
  };
  const [own = [], others = []] = await inTurns(rounds, [turnOf(ours), turnOf(rival)]);
  return { ratios: over(own, others), ms: middleOf(own) };
}

/** How long some work takes, in milliseconds. */
export async function timeOf(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How many times the rival's each of ours is, round by round. */
export function over(own: readonly number[], others: readonly number[]): number[] {
  return own.map((each, round) => each / (others[round] ?? NaN));
}

/**
 * The line that says with which power of its size work grows, round by round: 1 where ten times as much takes ten
 * times as long. No more than 1.1 was promised of any.
 *
 * @param of what there is more of
 * @param times how many times as much it is
 * @param ratios time of the larger over that of the smaller
 */
export function growthOf(what: string, of: string, times: number, ratios: readonly number[]) {
  return {
    what: `${what}, growth`,
    rival: `the number of ${of}, as its power`,
    ratios: ratios.map((ratio) => Math.log(ratio) / Math.log(times)),
    atMost: 1.1,
  };
}

/** A number as it is printed, with a comma at its thousands. */
export const counted = (number: number): string => number.toLocaleString('en-GB');
