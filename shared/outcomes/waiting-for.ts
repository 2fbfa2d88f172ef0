import type { PersonHistory } from './person-history.ts';
import type { Placed } from './placed.ts';

/**
 * The placement on the day programme that somebody waits for: of an open journey without an attended session its
 * first; else, unless a journey is open, of the placements referred and not begun the one referred first. One person
 * waits once.
 */
export function waitingFor({
  journeys,
  waiting,
}: Pick<PersonHistory, 'journeys' | 'waiting'>): Placed | undefined {
  const last = journeys.at(-1);
  if (last !== undefined && last.end === undefined)
    return last.dayZero === undefined ? last.first : undefined;
  return waiting
    .filter(({ data }) => data.service === 'day-programme')
    .reduce<Placed | undefined>(
      (first, one) => (first !== undefined && first.data.referredOn <= one.data.referredOn ? first : one),
      undefined,
    );
}
