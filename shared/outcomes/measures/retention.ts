import type { CohortUnit } from '../cohort.ts';
import { dimensionsOf } from '../dimensions.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { survivalFigure } from '../figures/survival-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { day84Of, RETENTION_LOOK_BACK_DAYS, startedOrMatured, unitsOf } from '../retention/day-84.ts';
import { journeySpell, MOVED_ON } from '../retention/journey-spell.ts';
import { RETENTION } from '../retention/reporting.ts';

type Seen = Observation & {
  /** Of a journey in the window, as counted and under the other rule. */
  readonly spells?: { readonly spell: Spell; readonly silenceEnds: Spell };
  readonly unit?: CohortUnit;
};

const EXITS = ['left-unplanned', 'died'] as const;

export const retention = measure<Seen>({
  id: 'retention',
  revision: 2,
  title: 'Retention',
  question:
    'Of people who start with reduced or safer use as their goal, what share go on without an unplanned exit?',
  numerator: 'Journeys that go on, up to and including the day, without an unplanned exit or a death.',
  denominator:
    'Journeys towards reduced or safer use whose first attended session that is not by telephone lies in the 12 months to the month’s last day. Those that end as planned, are transferred or are referred on are followed until then; the others until the month’s last day.',
  method: 'Kaplan–Meier, log-log 95% interval (Greenwood); beside it Aalen–Johansen shares that add up.',
  direction: 'up',
  span: 'window',
  lookBackDays: RETENTION_LOOK_BACK_DAYS,

  observe: (history, period) =>
    startedOrMatured(history, period, ['reduction', 'safer-use']).map(({ journey, dayZero, inWindow }) => {
      const { who, provider } = history;
      const dimensions = dimensionsOf(provider, journey.first);
      const spell = journeySpell(who, journey, dayZero, period, {});
      const unit = day84Of(spell, { dayZero, dimensions }, EXITS, period);
      if (!inWindow) return { who, ...unit };
      const silenceEnds = journeySpell(who, journey, dayZero, period, { silenceEnds: true });
      return { who, dimensions, spells: { spell, silenceEnds }, ...unit };
    }),

  headline: (seen) => survivalFigure(spellsOf(seen), { ...RETENTION, parts: EXITS }),

  sensitivity: {
    'silence-counts-as-exit': ({ spells, ...seen }) =>
      spells === undefined ? seen : { ...seen, spells: { ...spells, spell: spells.silenceEnds } },
  },

  beside: (seen) => ({
    occupancy: incidenceFigure(spellsOf(seen), {
      unit: 'journeys',
      ...RETENTION,
      causes: [MOVED_ON, ...EXITS],
    }),
  }),

  cohort: {
    every: 'month',
    title:
      'Journeys towards reduced or safer use whose day 84 fell in the period: share without an unplanned exit or a death by then',
    units: unitsOf,
  },
});

function spellsOf(seen: readonly Seen[]): Spell[] {
  return seen.flatMap(({ spells }) => (spells === undefined ? [] : [spells.spell]));
}
