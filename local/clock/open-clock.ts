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
 * exist for the run.
 *
 * @example openClock('.local/clock.json', '2026-11-04T12:00:00Z').now()
 */
export function openClock(path: string, start?: string): Clock {
  const mark = storedJson(path, markSchema);
  const wanted = start === undefined ? Date.now() : Date.parse(start);
  const begun = Math.max(wanted, mark.read()?.reached ?? wanted);
  const offset = begun - Date.now();
  const now = () => new Date(Date.now() + offset);
  const write = (ahead: number) => mark.write({ reached: now().getTime() + ahead });

  write(AHEAD_MS);
  const timer = setInterval(() => write(AHEAD_MS), EVERY_MS);
  timer.unref();
  return {
    now,
    close: () => {
      clearInterval(timer);
      write(0);
    },
  };
}
