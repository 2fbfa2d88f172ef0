import { setTimeout as pause } from 'node:timers/promises';

/** How long calls took, in milliseconds, from when each was to be made: the middle, and what 5 and 1 in 100 took longer than. */
export type Latencies = { readonly p50: number; readonly p95: number; readonly p99: number };

/** Makes a call for each of some things, so many a second whether or not the ones before have been answered. */
export async function atRate<Thing>(
  perSecond: number,
  things: readonly Thing[],
  call: (thing: Thing) => Promise<unknown>,
): Promise<Latencies> {
  const begun = performance.now();
  const times = await Promise.all(
    things.map(async (thing, i) => {
      const due = begun + (i * 1000) / perSecond;
      await pause(Math.max(0, due - performance.now()));
      // A timer may be up to a millisecond early.
      const from = Math.min(due, performance.now());
      await call(thing);
      return performance.now() - from;
    }),
  );
  const ordered = times.toSorted((a, b) => a - b);
  const at = (share: number) => ordered[Math.ceil(share * ordered.length) - 1] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
