/** One line of a benchmark: how much of its rival's time something takes, round by round. */
export type Comparison = {
  readonly what: string;
  readonly rival: string;
  /** Time over the rival's time in each round; absent when the rival is not there. */
  readonly ratios?: readonly number[];
  readonly note?: string;
  /** What the middle of the ratios is to be at most, where something was promised. */
  readonly atMost?: number;
};

export type BenchSettings = {
  /** Smaller inputs and fewer rounds: to see that all of it runs and about where it stands. */
  readonly quick: boolean;
};

/** A benchmark: its lines one after the other, and what else it says of them. */
export type Benchmark = (settings: BenchSettings) => AsyncGenerator<Comparison | string>;

type Work = () => unknown;

/**
 * Times two pieces of work in turns, ours and the rival's, after one round of each that does not count, so that what
 * the machine does meanwhile falls on both.
 */
export async function ratiosOf(
  ours: Work,
  rival: Work,
  rounds: number,
): Promise<{ ratios: number[]; ms: number }> {
  await ours();
  await rival();
  const ratios: number[] = [];
  let total = 0;
  for (let round = 0; round < rounds; round += 1) {
    const own = await timeOf(ours);
    ratios.push(own / (await timeOf(rival)));
    total += own;
  }
  return { ratios, ms: total / rounds };
}

/** How long some work takes, in milliseconds. */
export async function timeOf(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * With which power of its size work grows, round by round: 1 where ten times as much takes ten times as long.
 *
 * @param ratios time of the larger over that of the smaller
 * @param times how many times as large it is
 */
export function growthOf(ratios: readonly number[], times: number): number[] {
  return ratios.map((ratio) => Math.log(ratio) / Math.log(times));
}
