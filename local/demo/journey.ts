import type { Lapse } from '../../shared/records/lapse.ts';
import type { Placement } from '../../shared/records/placement.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { workingDay } from './timetable.ts';

export type LapseEpisode = {
  readonly openedDay: number;
  readonly endDay: number;
  readonly outcome: Exclude<Lapse['outcome'], 'open'>;
  readonly source: Lapse['source'];
};

/** What happens to one person in one placement on the day programme, before any of it is written down. */
export type Journey = {
  readonly startDay: number;
  /** First attended session; undefined when they never came. */
  readonly day0: number | undefined;
  readonly plannedEndDay: number;
  readonly endDay: number;
  readonly endReason: NonNullable<Placement['endReason']>;
  readonly extended: boolean;
  /** The last day on which they were seen: before an unplanned end is noticed, weeks may pass. */
  readonly lastContactDay: number;
  readonly lapses: readonly LapseEpisode[];
};

const TWELVE_WEEKS = 84;

/** Chances in one week of the programme; in the first month more leave. */
const LEAVES = 0.007;
const LEAVES_EARLY = 0.017;
const LAPSES = 0.034;

/** Draws a journey that starts on a day: weeks of the programme, lapses and their management, an end. */
export function drawJourney(profile: Profile, startDay: number, random: Random): Journey {
  if (random.chance(0.05)) return neverCame(startDay, random);
  const day0 = workingDay(startDay + random.between(0, 3));
  const lapses: LapseEpisode[] = [];
  let extended = false;
  let plannedEndDay = startDay + TWELVE_WEEKS - 1;
  let week = day0 + 7;
  for (;;) {
    if (week >= plannedEndDay) {
      const stays = !extended && random.chance(lapses.length > 0 ? 0.5 : 0.3);
      if (!stays) break;
      extended = true;
      plannedEndDay += TWELVE_WEEKS;
    }
    if (random.chance(week - day0 < 28 ? LEAVES_EARLY : LEAVES))
      return { ...unplannedEnd(week, random), startDay, day0, plannedEndDay, extended, lapses };
    if (profile.goal === 'abstinence' && random.chance(LAPSES)) {
      const lapse = drawLapse(week + random.between(0, 4), random);
      lapses.push(lapse);
      if (lapse.outcome !== 'recovered') {
        const endReason = lapse.outcome === 'relapsed' ? 'referred-on' : 'left';
        const ended = { endDay: lapse.endDay, endReason, lastContactDay: lapse.endDay - 3 } as const;
        return { ...ended, startDay, day0, plannedEndDay, extended, lapses };
      }
      week = lapse.endDay;
    }
    week += 7;
  }
  const lastWeek = Math.max(plannedEndDay, day0 + TWELVE_WEEKS, (lapses.at(-1)?.endDay ?? 0) + 7);
  const endDay = workingDay(lastWeek + random.between(0, 6));
  const endReason = random.weighted({ completed: 17, transferred: 1, 'referred-on': 1, left: 1 });
  return { startDay, day0, plannedEndDay, endDay, endReason, extended, lastContactDay: endDay, lapses };
}

function neverCame(startDay: number, random: Random): Journey {
  const endDay = workingDay(startDay + random.between(14, 35));
  return {
    startDay,
    day0: undefined,
    plannedEndDay: startDay + TWELVE_WEEKS - 1,
    endDay,
    endReason: 'withdrawn',
    extended: false,
    lastContactDay: startDay,
    lapses: [],
  };
}

function unplannedEnd(
  week: number,
  random: Random,
): Pick<Journey, 'endDay' | 'endReason' | 'lastContactDay'> {
  const lastContactDay = week;
  const endDay = workingDay(lastContactDay + random.pick(DAYS_TO_NOTICE));
  return { lastContactDay, endDay, endReason: random.weighted({ left: 28, withdrawn: 11, died: 1 }) };
}

/** How long a case stays open after somebody stopped coming. */
const DAYS_TO_NOTICE = [2, 5, 7, 10, 14, 18, 22, 28, 36, 50];

/** How long it takes to come back: mostly two to four weeks. */
const DAYS_TO_RETURN = [8, 10, 13, 14, 16, 18, 20, 21, 22, 23, 25, 27, 30, 36, 44, 61];

/** How long a lapse is managed that ends otherwise. */
const DAYS_TO_END = [8, 11, 13, 16, 18, 20, 23, 26, 42, 90];

function drawLapse(openedDay: number, random: Random): LapseEpisode {
  const outcome = random.weighted({ recovered: 15, relapsed: 6, exited: 2 });
  const days = outcome === 'recovered' ? random.pick(DAYS_TO_RETURN) : random.pick(DAYS_TO_END);
  return {
    openedDay: workingDay(openedDay),
    endDay: workingDay(workingDay(openedDay) + days),
    outcome,
    source: random.weighted({ test: 6, 'self-report': 3, worker: 1 }),
  };
}
