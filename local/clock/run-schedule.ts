import { nextFiring } from './next-firing.ts';

/** Timers hold no longer than this, and a machine that slept must notice. */
const LONGEST_SLEEP = 60_000;

type Schedule = { readonly expression: string; readonly timeZone: string };

/**
 * Calls back whenever a schedule falls due by the given clock, with the instant it was due. What fell due while the
 * process was down is not made up for.
 *
 * @returns stops it
 */
export function runSchedule(
  { expression, timeZone }: Schedule,
  now: () => Date,
  fire: (due: Date) => void,
): () => void {
  let due = nextFiring(expression, timeZone, now());
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    if (due === undefined) return;
    timer = setTimeout(wake, Math.min(LONGEST_SLEEP, Math.max(0, due.getTime() - now().getTime())));
    timer.unref();
  }

  function wake(): void {
    if (due !== undefined && now() >= due) {
      fire(due);
      due = nextFiring(expression, timeZone, due);
    }
    wait();
  }

  wait();
  return () => clearTimeout(timer);
}
