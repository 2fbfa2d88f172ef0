import type { CohortUnit } from '../cohort.ts';
import { type Dimensions, dimensionsOf } from '../dimensions.ts';
import { countedFigure, countFigure } from '../figures/count-figure.ts';
import { counted } from '../figures/counted.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import { medianFigure } from '../figures/median-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { caresOf } from '../lapses/care.ts';
import { episodesOf, type Ending } from '../lapses/episodes.ts';
import { unrecordedLapses } from '../lapses/unrecorded.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';

const CAUSES = ['recovered', 'relapsed', 'exited'] as const;

const REPORTING = { days: [28, 56, 84], headlineDay: 28 } as const;

/** How long after a return a recovery counts as sustained, in days. */
const SUSTAINED_DAYS = 28;

type Lapse = Observation & {
  readonly spell: Spell;
  readonly state: Ending['state'];
  /** Of a return of 28 days ago or more: no new lapse within them. */
  readonly sustained: boolean | undefined;
};

type Seen = Observation & {
  readonly lapse?: Lapse;
  readonly unit?: CohortUnit;
  readonly unrecorded?: number;
};

export const lapseRecovery = measure<Seen>({
  id: 'lapse-recovery',
  revision: 2,
  title: 'Lapse recovery',
  question: 'When someone lapses, do they come back?',
  numerator:
    'Lapses after which the person is back in the groups by the day: as recorded, or by the first group session attended after a negative test. For the last test before a session those missed, excused or invalid and hair tests are passed over.',
  denominator:
    'Lapses opened in the 12 months to the month’s last day while the person was in the programme or in aftercare. One that opens within 7 days of the return from another is the same lapse.',
  method:
    'Aalen–Johansen cumulative incidence with relapse and exit as competing ends, complementary log-log 95% interval. Lapses of one person are treated as independent.',
  direction: 'up',
  span: 'window',
  lookBackDays: 2 * 366 + REPORTING.headlineDay,

  observe: (history, period) => {
    const { who, provider, lapses } = history;
    const { windowFirstDay, beforeFirstDay, lastDay } = period;
    const seen: Seen[] = (lapses.length === 0 ? [] : episodesOf(caresOf(history), lastDay))
      .filter(({ openedDay }) => openedDay + REPORTING.headlineDay >= beforeFirstDay)
      .map(({ openedDay, care, ending: { state, day, provisional } }) => {
        const dimensions = dimensionsOf(provider, care.first);
        const end = state === 'open' ? undefined : state;
        const spell = { who, time: Math.max(1, day - openedDay), end, provisional };
        const unit = day28Of(spell, openedDay, dimensions, lastDay);
        if (openedDay < windowFirstDay) return { who, ...unit };
        const sustained =
          state === 'recovered' && lastDay - day >= SUSTAINED_DAYS
            ? !lapses.some((other) => other.day > day && other.day <= day + SUSTAINED_DAYS)
            : undefined;
        return { who, dimensions, lapse: { who, spell, state, sustained }, ...unit };
      });
    const unrecorded = unrecordedLapses(history, period);
    return unrecorded === 0 ? seen : [...seen, { who, unrecorded }];
  },

  headline: (seen) =>
    incidenceFigure(
      lapsesOf(seen).map(({ spell }) => spell),
      { unit: 'lapses', ...REPORTING, causes: CAUSES },
    ),

  beside: (seen) => {
    const lapses = lapsesOf(seen);
    const inState = (...states: Ending['state'][]) => lapses.filter(({ state }) => states.includes(state));
    const countOf = (state: Ending['state']) =>
      countFigure(inState(state), { provisional: inState(state).some(({ spell }) => spell.provisional) });
    const closed = inState('recovered', 'relapsed', 'exited');
    const recovered = inState('recovered');
    const unrecorded = seen.filter((one) => one.unrecorded !== undefined);
    return {
      'recovered-of-closed': proportionFigure(closed, ({ state }) => state === 'recovered', {
        provisional: closed.some(({ spell }) => spell.provisional),
        // Who is left out stands beside it as numbers of their own: the same twice would tell what is withheld once.
      }),
      'closed-recovered': countOf('recovered'),
      'closed-relapsed': countOf('relapsed'),
      'closed-exited': countOf('exited'),
      'moved-on-while-open': countOf('moved-on'),
      'still-open': countOf('open'),
      'days-to-return': medianFigure(recovered.map(({ who, spell }) => ({ who, days: spell.time }))),
      'sustained-recovery': proportionFigure(
        recovered.filter(({ sustained }) => sustained !== undefined),
        ({ sustained }) => sustained === true,
        {
          excluded: {
            'returned-within-28-days': counted(recovered.filter(({ sustained }) => sustained === undefined)),
          },
        },
      ),
      'confirmed-without-record': countedFigure({
        count: unrecorded.reduce((sum, one) => sum + (one.unrecorded ?? 0), 0),
        people: unrecorded.length,
      }),
    };
  },

  sums: {
    headline: ['closed-recovered', 'closed-relapsed', 'closed-exited', 'moved-on-while-open', 'still-open'],
    'recovered-of-closed': ['closed-recovered', 'closed-relapsed', 'closed-exited'],
    'recovered-of-closed/numerator': ['closed-recovered'],
    ...Object.fromEntries(CAUSES.map((cause) => [`closed-${cause}`, [`headline/${cause}`]])),
  },
  within: { 'closed-recovered': 'sustained-recovery' },

  cohort: {
    every: 'month',
    title: 'Lapses whose day 28 fell in the period: share recovered by then',
    units: (seen) => seen.flatMap(({ unit }) => (unit === undefined ? [] : [unit])),
  },
});

/** A lapse as it is compared over time: on its day 28 it is known whether it was recovered by then; none before. */
function day28Of(
  { who, time, end, provisional }: Spell,
  openedDay: number,
  dimensions: Dimensions,
  lastDay: number,
): { readonly unit?: CohortUnit } {
  const day = openedDay + REPORTING.headlineDay;
  if (day > lastDay) return {};
  const ended = time <= REPORTING.headlineDay;
  return {
    unit: {
      who,
      dimensions,
      day,
      passes: ended && end === 'recovered',
      provisional: ended && provisional,
    },
  };
}

function lapsesOf(seen: readonly Seen[]): Lapse[] {
  return seen.flatMap(({ lapse }) => (lapse === undefined ? [] : [lapse]));
}
