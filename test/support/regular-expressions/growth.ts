import type { Adversary } from './adversaries.ts';

const SIZES = { quick: [256, 2_048], sure: [1_024, 8_192] } as const;

/** Eight times the input takes eight times as long where time is linear, 64 times where it is quadratic. */
const TOO_MUCH = 24;

/**
 * Whether what is done to a text takes longer than in proportion to its length, by the ratio of two lengths in the same
 * process. A machine that is busy disturbs one measurement, not each of six.
 */
export function growsTooFast(act: (text: string) => unknown, adversary: Adversary): boolean {
  const ratioOf = ([short, long]: readonly [number, number]) =>
    leastTime(act, adversary(long)) / leastTime(act, adversary(short));
  if (ratioOf(SIZES.quick) < TOO_MUCH) return false;
  return Array.from({ length: 5 }).every(() => ratioOf(SIZES.sure) >= TOO_MUCH);
}

function leastTime(act: (text: string) => unknown, text: string): number {
  // Joined from pieces, a text is put in one place at its first use.
  text.charCodeAt(text.length - 1);
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    act(text);
    return performance.now() - began;
  });
  return Math.min(...times);
}
