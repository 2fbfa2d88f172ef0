/** One line of a benchmark: how much of its rival's time something takes, round by round. */
export type Comparison = {
  readonly what: string;
  readonly rival: string;
  /** Time over the rival's time in each round; absent when the rival is not there. */
  readonly ratios?: readonly number[];
  readonly note?: string;
};

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

async function timeOf(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
