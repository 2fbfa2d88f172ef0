import * as z from 'zod';
import { storedJson } from '../storage/stored-json.ts';

/** How far ahead the mark is written, and how often: a killed process has never used an instant past its mark. */
const AHEAD_MS = 4_000;
const EVERY_MS = 2_000;

const markSchema = z.object({ reached: z.int() });

export type Clock = { readonly now: () => Date; readonly close: () => void };

/**
 * The clock everything is recorded and decided by. It starts at `start`, or at the real time, and runs on; but never
 * behind an instant that was used on this data folder before: what is stamped later than a run's instant does not
 * exist for the run. Where the machine's own clock is set back it goes on from where it was.
 *
 * @param onError told where the mark could not be written
 * @example openClock('.local/clock.json', '2026-11-04T12:00:00Z').now()
 */
export function openClock(
  path: string,
  start?: string,
  onError: (error: unknown) => void = () => undefined,
): Clock {
  const mark = storedJson(path, markSchema);
  const wanted = start === undefined ? Date.now() : Date.parse(start);
  const begun = Math.max(wanted, mark.read()?.reached ?? wanted);
  let offset = begun - Date.now();
  let latest = begun;
  const now = () => {
    const real = Date.now();
    offset = Math.max(offset, latest - real);
    latest = real + offset;
    return new Date(latest);
  };
  const write = (ahead: number) => mark.write({ reached: now().getTime() + ahead });

  write(AHEAD_MS);
  const timer = setInterval(() => {
    try {
      write(AHEAD_MS);
    } catch (error) {
      // A disk that is full now need not be when it is written next.
      onError(error);
    }
  }, EVERY_MS);
  timer.unref();
  return {
    now,
    close: () => {
      clearInterval(timer);
      write(0);
    },
  };
}
