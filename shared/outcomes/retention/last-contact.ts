import type { Recorded } from '../person-history.ts';

/** How long an open journey may be silent before the sensitivity takes it as ended, in days. */
export const SILENCE_DAYS = 28;

/** The day of the last attended session or provided test, or of the start where there was none. */
export function lastContact(
  { sessions, tests }: Pick<Recorded, 'sessions' | 'tests'>,
  start: number,
): number {
  const lastSession = sessions.findLast(({ data }) => data.attendance === 'attended');
  const lastTest = tests.findLast(({ data }) => data.status === 'provided');
  return Math.max(start, lastSession?.day ?? 0, lastTest?.day ?? 0);
}
