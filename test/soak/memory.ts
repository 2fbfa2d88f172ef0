/** What a process holds at an instant, in MB (RSS), and how long it has run then, in seconds. */
export type Sample = { readonly seconds: number; readonly megabytes: number };

/** So much more may the last third hold than the middle one: a collector takes its time, and tables grow as they fill. */
const MOST_GROWTH = 1.2;
const FEWEST = 60;

export type Flatness = {
  /** Undefined where the process was not left to run for long enough to tell. */
  readonly isFlat: boolean | undefined;
  readonly middle: number;
  readonly last: number;
};

/**
 * Whether the memory of a process that is left alone under steady traffic is flat: the median of the last third of its
 * time is at most 1.2 times that of the middle third. The first third is left out: code is loaded and compiled in it.
 * Medians, because a collection halves what is held from one second to the next; thirds, because a leak of a steady
 * rate shows between any two of them, and a single high sample does not.
 */
export function flatness(samples: readonly Sample[]): Flatness {
  const end = samples.at(-1)?.seconds ?? 0;
  const within = (from: number, to: number) =>
    median(
      samples
        .filter(({ seconds }) => seconds >= from * end && seconds <= to * end)
        .map(({ megabytes }) => megabytes),
    );
  const [middle, last] = [within(1 / 3, 2 / 3), within(2 / 3, 1)];
  return { isFlat: samples.length < FEWEST ? undefined : last <= MOST_GROWTH * middle, middle, last };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
