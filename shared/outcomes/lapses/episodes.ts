import { dayOf } from '../../records/london.ts';
import type { Fact } from '../person-history.ts';
import { GAP_DAYS } from '../settings.ts';
import type { Care } from './care.ts';
import { returnToGroups } from './return-to-groups.ts';

/** How soon after a return another lapse re-opens the same one, in days. */
const REOPENING_DAYS = 7;

/** What became of a lapse; `moved-on`: the care ended as planned while it was open. */
export type Ending = {
  readonly state: 'recovered' | 'relapsed' | 'exited' | 'moved-on' | 'open';
  readonly day: number;
  readonly provisional: boolean;
};

/** A lapse, re-openings included. */
export type Episode = { readonly openedDay: number; readonly ending: Ending };

/**
 * The lapses of one time of care. A lapse that opens within 7 days of the return from another, or while another is
 * open, is the same one; it keeps the first day and takes the last record's outcome.
 */
export function episodesOf(care: Care, lastDay: number): Episode[] {
  const episodes: Episode[] = [];
  for (const lapse of care.lapses) {
    const previous = episodes.at(-1);
    const reopens = previous !== undefined && isSame(previous.ending, lapse.day);
    if (reopens) episodes.pop();
    episodes.push({
      openedDay: reopens ? previous.openedDay : lapse.day,
      ending: endingOf(lapse, care, lastDay),
    });
  }
  return episodes;
}

function isSame({ state, day }: Ending, openedDay: number): boolean {
  return openedDay <= (state === 'recovered' ? day + REOPENING_DAYS : day);
}

/** A recorded final outcome wins; otherwise the first of a return to the groups and the end of the care. */
function endingOf({ day: openedDay, data }: Fact<'lapse'>, care: Care, lastDay: number): Ending {
  const { outcome, returnedOn, closedOn } = data;
  const recordedOn = returnedOn ?? closedOn;
  if (outcome !== 'open' && recordedOn !== undefined)
    return { state: outcome, day: dayOf(recordedOn), provisional: false };

  const returned = returnToGroups(care, openedDay);
  if (returned !== undefined) return { state: 'recovered', day: returned, provisional: false };
  if (care.end === undefined) return { state: 'open', day: lastDay, provisional: false };
  const { day, reason } = care.end;
  return { state: endStates[reason], day, provisional: lastDay - day < GAP_DAYS };
}

const endStates = {
  'referred-on': 'relapsed',
  left: 'exited',
  withdrawn: 'exited',
  died: 'exited',
  completed: 'moved-on',
  transferred: 'moved-on',
} as const;
