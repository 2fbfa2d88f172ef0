/** What a process holds at an instant, in MB, and how long it has run then, in seconds. */
export type Sample = { readonly seconds: number; readonly megabytes: number };

/**
 * A process whose threads load their fonts and engines and whose heaps grow as they like went from 550 to 1,100 MB in the
 * first two and a half minutes after its first month, and was no larger two minutes later. What it holds after those is looked at.
 */
const SETTLING_SECONDS = 160;
const LEAST_SECONDS = 45;
/** So much may be held more a minute: it comes and goes with when the threads are at their months. */
const MOST_PER_MINUTE = 60;
/** A collection comes at least once in so long. */
const WINDOW_SECONDS = 10;

export type Steadiness = {
  /** Undefined where the process was not left to run for long enough to tell. */
  readonly isSteady: boolean | undefined;
  /** How much more it holds from one minute to the next, in MB. */
  readonly perMinute: number;
  readonly seconds: number;
};

/**
 * Whether a process that is left alone under steady traffic comes to hold more and more. Of each ten seconds the least
 * is taken, which is what is left by a collection; a line is put through these by least squares, and its slope is looked
 * at.
 *
 * @param samples once it is warm: what is loaded and allocated for a first month is kept by the process, though free
 */
export function steadiness(samples: readonly Sample[]): Steadiness {
  const warmAt = samples.at(0)?.seconds ?? 0;
  const settled = samples.filter((sample) => sample.seconds >= warmAt + SETTLING_SECONDS);
  const [first, last] = [settled.at(0)?.seconds ?? 0, settled.at(-1)?.seconds ?? 0];
  const windows = Map.groupBy(settled, (sample) => Math.floor((sample.seconds - first) / WINDOW_SECONDS));
  const lows = [...windows.values()].flatMap((window) =>
    window.toSorted((a, b) => a.megabytes - b.megabytes).slice(0, 1),
  );
  const perMinute = 60 * slopeOf(lows);
  const seconds = last - first;
  return {
    isSteady: seconds < LEAST_SECONDS ? undefined : perMinute <= MOST_PER_MINUTE,
    ...{ perMinute, seconds },
  };
}

/** The slope of the line of least squares, in MB a second; 0 where there is no time between samples. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, samples.length);
  const [second, megabyte] = [mean(({ seconds }) => seconds), mean(({ megabytes }) => megabytes)];
  const spread = samples.reduce((sum, { seconds }) => sum + (seconds - second) ** 2, 0);
  const together = samples.reduce(
    (sum, { seconds, megabytes }) => sum + (seconds - second) * (megabytes - megabyte),
    0,
  );
  return spread === 0 ? 0 : together / spread;
}
