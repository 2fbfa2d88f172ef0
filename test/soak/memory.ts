/** What a process holds at an instant, in MB, and how long it has run then, in seconds. */
export type Sample = { readonly seconds: number; readonly megabytes: number };

/** So much more may the later half hold than the earlier: a collector takes its time, and tables grow as they fill. */
const MOST_GROWTH = 1.2;
const FEWEST = 45;

export type Flatness = {
  /** Undefined where the process was not left to run for long enough to tell. */
  readonly isFlat: boolean | undefined;
  readonly earlier: number;
  readonly later: number;
};

/**
 * Whether the memory of a process that is left alone under steady traffic is flat: the median of the later half of its
 * samples is at most 1.2 times that of the earlier half. Medians, because a collection halves what is held from one
 * second to the next; halves, because a leak of a steady rate shows between them, and a single high sample does not.
 *
 * @param samples once it is warm: what is loaded and allocated for a first month is kept by the process, though free
 */
export function flatness(samples: readonly Sample[]): Flatness {
  const half = Math.floor(samples.length / 2);
  const [earlier, later] = [median(samples.slice(0, half)), median(samples.slice(half))];
  return { isFlat: samples.length < FEWEST ? undefined : later <= MOST_GROWTH * earlier, earlier, later };
}

function median(samples: readonly Sample[]): number {
  const sorted = samples.map(({ megabytes }) => megabytes).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
