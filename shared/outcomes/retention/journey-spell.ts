import type { Spell } from '../figures/spell.ts';
import type { Care } from '../lapses/care.ts';
import type { Period } from '../period.ts';
import { GAP_DAYS } from '../settings.ts';
import type { ConfirmedLapse } from './confirmed-lapse.ts';
import { lastContact, SILENCE_DAYS } from './last-contact.ts';

/** What may end a journey's spell; the first three are events, `moved-on` is censored in the survival figure. */
export const EVENTS = ['lapsed', 'left-unplanned', 'died'] as const;
export const MOVED_ON = 'moved-on';

/**
 * A started journey, or a placement in aftercare, as a spell from day 0: lapsed first, left unplanned first, died, moved on as planned without a
 * lapse, or open. On one day a lapse comes before an end. An exit is provisional until the days have passed in which
 * another placement would continue the journey.
 *
 * With `silenceEnds` an open journey without an attended session or provided test for 28 days counts as having left
 * the day after the last of them.
 */
export function journeySpell(
  who: string,
  journey: Pick<Care, 'sessions' | 'tests' | 'end'>,
  dayZero: number,
  period: Period,
  { lapse, silenceEnds = false }: { lapse?: ConfirmedLapse | undefined; silenceEnds?: boolean },
): Spell {
  const until = (day: number, end: string | undefined, provisional: boolean): Spell => ({
    who,
    time: Math.max(1, day - dayZero),
    end,
    provisional,
  });
  const end = journey.end ?? (silenceEnds ? endOfSilence(journey, dayZero, period.lastDay) : undefined);
  if (lapse !== undefined && (end === undefined || lapse.day <= end.day))
    return until(lapse.day, 'lapsed', lapse.provisional);
  if (end === undefined) return until(period.lastDay, undefined, false);
  return until(end.day, endStates[end.reason], period.lastDay - end.day < GAP_DAYS);
}

const endStates = {
  completed: MOVED_ON,
  transferred: MOVED_ON,
  'referred-on': MOVED_ON,
  left: 'left-unplanned',
  withdrawn: 'left-unplanned',
  died: 'died',
} as const;

function endOfSilence(care: Pick<Care, 'sessions' | 'tests'>, dayZero: number, lastDay: number): Care['end'] {
  const last = lastContact(care, dayZero);
  return lastDay - last >= SILENCE_DAYS ? { day: last + 1, reason: 'left' } : undefined;
}
