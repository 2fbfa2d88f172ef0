import { dimensionsOf } from '../dimensions.ts';
import type { Spell } from '../figures/spell.ts';
import { measure } from '../measure.ts';
import {
  abstinenceFigures,
  type AbstinenceSeen,
  abstinenceSpell,
  abstinenceSpells,
} from '../retention/abstinence.ts';
import { day84Of, RETENTION_LOOK_BACK_DAYS, startedOrMatured, unitsOf } from '../retention/day-84.ts';
import { EVENTS } from '../retention/journey-spell.ts';

export const abstinenceRetention = measure<AbstinenceSeen>({
  id: 'abstinence-retention',
  revision: 2,
  title: 'Abstinence retention',
  question: 'Of people who start, what share go on without a lapse or an unplanned exit?',
  numerator:
    'Journeys that go on, up to and including the day, without a confirmed lapse, an unplanned exit or a death. A lapse is confirmed by an unexplained positive test (not hair), by a refused test that no negative one (not hair) follows within 7 days, or by the opening of a lapse.',
  denominator:
    'Journeys towards abstinence whose first attended session that is not by telephone lies in the 12 months to the month’s last day. Those that end as planned, are transferred or are referred on without a lapse are followed until then; the others until the month’s last day.',
  method: 'Kaplan–Meier, log-log 95% interval (Greenwood); beside it Aalen–Johansen shares that add up.',
  direction: 'up',
  span: 'window',
  lookBackDays: RETENTION_LOOK_BACK_DAYS,

  observe: (history, period) =>
    startedOrMatured(history, period, ['abstinence']).map(({ journey, dayZero, inWindow }) => {
      const { who, provider } = history;
      const dimensions = dimensionsOf(provider, journey.first);
      const unitOf = (spell: Spell) => day84Of(spell, { dayZero, dimensions }, EVENTS, period);
      if (!inWindow) return { who, ...unitOf(abstinenceSpell(history, journey, dayZero, period)) };
      const spells = abstinenceSpells(history, journey, dayZero, period);
      return { who, dimensions, spells, ...unitOf(spells.spell) };
    }),

  ...abstinenceFigures('journeys'),

  cohort: {
    every: 'month',
    title:
      'Journeys towards abstinence whose day 84 fell in the period: share without a confirmed lapse, an unplanned exit or a death by then',
    units: unitsOf,
  },
});
