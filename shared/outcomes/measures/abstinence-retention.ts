import { dimensionsOf } from '../dimensions.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { survivalFigure } from '../figures/survival-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { startedInWindow } from '../retention/cohort.ts';
import { confirmedLapse } from '../retention/confirmed-lapse.ts';
import { EVENTS, journeySpell, MOVED_ON } from '../retention/journey-spell.ts';
import { RETENTION } from '../retention/reporting.ts';

type Seen = Observation & {
  readonly spell: Spell;
  /** The same journey under each other rule. */
  readonly missedCounts: Spell;
  readonly earlyPositivesIgnored: Spell;
  readonly silenceEnds: Spell;
};

export const abstinenceRetention = measure<Seen>({
  id: 'abstinence-retention',
  revision: 1,
  title: 'Abstinence retention',
  question: 'Of people who start, what share go on without a lapse or an unplanned exit?',
  numerator:
    'Journeys that go on, up to and including the day, without a confirmed lapse, an unplanned exit or a death. A lapse is confirmed by an unexplained positive test (not hair), by a refused test that no negative one (not hair) follows within 7 days, or by the opening of a lapse.',
  denominator:
    'Journeys towards abstinence whose first attended session lies in the 12 months to the month’s last day. Those that end as planned, are transferred or are referred on without a lapse are followed until then; the others until the month’s last day.',
  method: 'Kaplan–Meier, log-log 95% interval (Greenwood); beside it Aalen–Johansen shares that add up.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) =>
    startedInWindow(history, period, ['abstinence']).map(({ journey, dayZero }) => {
      const { who } = history;
      const evidence = { ...journey, personTests: history.tests };
      const lapse = confirmedLapse(evidence, dayZero, period.lastDay);
      const reread = (reading: Parameters<typeof confirmedLapse>[3]): Spell =>
        journeySpell(who, journey, dayZero, period, {
          lapse: confirmedLapse(evidence, dayZero, period.lastDay, reading),
        });
      return {
        who,
        dimensions: dimensionsOf(history.provider, journey.first),
        spell: journeySpell(who, journey, dayZero, period, { lapse }),
        missedCounts: reread('missed-counts-as-positive'),
        earlyPositivesIgnored: reread('positive-before-first-negative-ignored'),
        silenceEnds: journeySpell(who, journey, dayZero, period, { lapse, silenceEnds: true }),
      };
    }),

  headline: (seen) =>
    survivalFigure(
      seen.map(({ spell }) => spell),
      { ...RETENTION, parts: EVENTS },
    ),

  sensitivity: {
    'missed-counts-as-positive': (seen) => ({ ...seen, spell: seen.missedCounts }),
    'positive-before-first-negative-ignored': (seen) => ({ ...seen, spell: seen.earlyPositivesIgnored }),
    'silence-counts-as-exit': (seen) => ({ ...seen, spell: seen.silenceEnds }),
  },

  beside: (seen) => ({
    occupancy: incidenceFigure(
      seen.map(({ spell }) => spell),
      { unit: 'journeys', ...RETENTION, causes: [MOVED_ON, ...EVENTS] },
    ),
  }),
});
