import { setTimeout as pause } from 'node:timers/promises';

/**
 * Makes a call for each of some things, so many a second whether or not the ones before have been answered.
 *
 * @returns how long each took, in milliseconds, from when it was to be made
 */
export function atRate<Thing>(
  perSecond: number,
  things: readonly Thing[],
  call: (thing: Thing) => Promise<unknown>,
): Promise<number[]> {
  const begun = performance.now();
  return Promise.all(
    things.map(async (thing, i) => {
      const due = begun + (i * 1000) / perSecond;
      await pause(Math.max(0, due - performance.now()));
      // A timer may be up to a millisecond early.
      const from = Math.min(due, performance.now());
      await call(thing);
      return performance.now() - from;
    }),
  );
}

/** What so large a share of some times are no longer than. */
export function within(share: number, times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? NaN;
}
