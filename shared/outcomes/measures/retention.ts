import { dimensionsOf } from '../dimensions.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { survivalFigure } from '../figures/survival-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { startedInWindow } from '../retention/cohort.ts';
import { journeySpell, MOVED_ON } from '../retention/journey-spell.ts';
import { RETENTION } from '../retention/reporting.ts';

type Seen = Observation & { readonly spell: Spell; readonly silenceEnds: Spell };

const EXITS = ['left-unplanned', 'died'] as const;

export const retention = measure<Seen>({
  id: 'retention',
  revision: 1,
  title: 'Retention',
  question:
    'Of people who start with reduced or safer use as their goal, what share go on without an unplanned exit?',
  numerator: 'Journeys that go on, up to and including the day, without an unplanned exit or a death.',
  denominator:
    'Journeys towards reduced or safer use whose first attended session lies in the 12 months to the month’s last day. Those that end as planned, are transferred or are referred on are followed until then; the others until the month’s last day.',
  method: 'Kaplan–Meier, log-log 95% interval (Greenwood); beside it Aalen–Johansen shares that add up.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) =>
    startedInWindow(history, period, ['reduction', 'safer-use']).map(({ journey, dayZero }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, journey.first),
      spell: journeySpell(history.who, journey, dayZero, period, {}),
      silenceEnds: journeySpell(history.who, journey, dayZero, period, { silenceEnds: true }),
    })),

  headline: (seen) =>
    survivalFigure(
      seen.map(({ spell }) => spell),
      { ...RETENTION, parts: EXITS },
    ),

  sensitivity: {
    'silence-counts-as-exit': (seen) => ({ ...seen, spell: seen.silenceEnds }),
  },

  beside: (seen) => ({
    occupancy: incidenceFigure(
      seen.map(({ spell }) => spell),
      { unit: 'journeys', ...RETENTION, causes: [MOVED_ON, ...EXITS] },
    ),
  }),
});
