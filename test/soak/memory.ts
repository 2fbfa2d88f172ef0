/** What a process holds at an instant, in MB, and how long it has run then, in seconds. */
export type Sample = { readonly seconds: number; readonly megabytes: number };

/** From when on what is held is looked at, in seconds after the first sample, and how much more it may be a minute, in MB. */
type Limits = { readonly settling: number; readonly mostPerMinute: number };

/**
 * Of all that a process holds. One whose threads load their fonts and engines and whose heaps grow as they like went from
 * 550 to 1,100 MB in the first two and a half minutes after its first month, and was no larger two minutes later; what is
 * left comes and goes with when the threads are at their months.
 */
export const RESIDENT: Limits = { settling: 160, mostPerMinute: 60 };

/** Of what its heaps hold after a collection: 141 to 149 MB in the first minute, and 152 at the most in the next four. */
export const LIVE: Limits = { settling: 60, mostPerMinute: 6 };

const LEAST_SECONDS = 45;
/** A collection comes at least once in so long. */
const WINDOW_SECONDS = 10;

export type Steadiness = {
  /** Undefined where the process was not left to run for long enough to tell. */
  readonly isSteady: boolean | undefined;
  /** How much more it holds from one minute to the next, in MB. */
  readonly perMinute: number;
  readonly seconds: number;
};

/** Of a process: all that it holds, and what it cannot let go of. */
export type Memory = { readonly resident: Steadiness; readonly live: Steadiness };

/**
 * Whether a process that is left alone under steady traffic comes to hold more and more. Of each ten seconds the least
 * is taken, which is what is left by a collection; a line is put through these by least squares, and its slope is looked
 * at.
 *
 * @param samples once it is warm: what is loaded and allocated for a first month is kept by the process, though free
 */
export function steadiness(samples: readonly Sample[], { settling, mostPerMinute }: Limits): Steadiness {
  const warmAt = samples.at(0)?.seconds ?? 0;
  const settled = samples.filter((sample) => sample.seconds >= warmAt + settling);
  const [first, last] = [settled.at(0)?.seconds ?? 0, settled.at(-1)?.seconds ?? 0];
  const windows = Map.groupBy(settled, (sample) => Math.floor((sample.seconds - first) / WINDOW_SECONDS));
  const lows = [...windows.values()].flatMap((window) =>
    window.toSorted((a, b) => a.megabytes - b.megabytes).slice(0, 1),
  );
  const perMinute = 60 * slopeOf(lows);
  const seconds = last - first;
  return {
    isSteady: seconds < LEAST_SECONDS ? undefined : perMinute <= mostPerMinute,
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
