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

/** A lapse, re-openings included, and the care in which it opened. */
export type Episode = { readonly openedDay: number; readonly care: Care; readonly ending: Ending };

/**
 * The lapses of one person. One that opens on the day of the return from another, or up to 7 days after it, is the
 * same lapse, whichever care it opens in; it keeps the first day and takes the last record's outcome. One that opens
 * while another is open is a lapse of its own.
 */
export function episodesOf(cares: readonly Care[], lastDay: number): Episode[] {
  const lapses = cares
    .flatMap((care) => care.lapses.map((lapse) => ({ lapse, care })))
    .sort((a, b) => a.lapse.day - b.lapse.day || (a.lapse.id < b.lapse.id ? -1 : 1));
  const episodes: Episode[] = [];
  for (const { lapse, care } of lapses) {
    const ending = endingOf(lapse, care, lastDay);
    const index = reopenedBy(lapse.day, episodes);
    const reopened = episodes[index];
    if (reopened === undefined) episodes.push({ openedDay: lapse.day, care, ending });
    else episodes[index] = { ...reopened, ending };
  }
  return episodes;
}

/** Which of them somebody last returned from within the days before; −1 when from none. */
function reopenedBy(openedDay: number, episodes: readonly Episode[]): number {
  let latest = -1;
  episodes.forEach(({ ending: { state, day } }, index) => {
    const isRecent = state === 'recovered' && openedDay >= day && openedDay - day <= REOPENING_DAYS;
    if (isRecent && day >= (episodes[latest]?.ending.day ?? -Infinity)) latest = index;
  });
  return latest;
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
