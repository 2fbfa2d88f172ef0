import type { CohortUnit } from '../cohort.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { survivalFigure } from '../figures/survival-figure.ts';
import type { Care } from '../lapses/care.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';
import { confirmedLapse, type TestReading } from './confirmed-lapse.ts';
import { EVENTS, journeySpell, MOVED_ON } from './journey-spell.ts';
import { RETENTION } from './reporting.ts';

/** A time of care as it is counted, and as each other rule has it. */
type Spells = { readonly spell: Spell } & Readonly<Record<(typeof RULES)[number], Spell>>;

const RULES = [
  'missed-counts-as-positive',
  'positive-before-first-negative-ignored',
  'silence-counts-as-exit',
] as const;

/** A time of care in the window, and what of it is compared over time. */
export type AbstinenceSeen = Observation & { readonly spells?: Spells; readonly unit?: CohortUnit };

/**
 * A journey or a placement in aftercare from `startDay`: to a confirmed lapse, an unplanned exit or a death, an end
 * as planned, or the month's last day.
 */
export function abstinenceSpell(
  { who, tests }: PersonHistory,
  care: Care,
  startDay: number,
  period: Period,
  { reading, silenceEnds = false }: { reading?: TestReading; silenceEnds?: boolean } = {},
): Spell {
  const lapse = confirmedLapse({ ...care, personTests: tests }, startDay, period.lastDay, reading);
  return journeySpell(who, care, startDay, period, { lapse, silenceEnds });
}

/** The same as it is counted and under each other rule. */
export function abstinenceSpells(
  history: PersonHistory,
  care: Care,
  startDay: number,
  period: Period,
): Spells {
  const under = (rule: Parameters<typeof abstinenceSpell>[4]): Spell =>
    abstinenceSpell(history, care, startDay, period, rule);
  return {
    spell: under({}),
    'missed-counts-as-positive': under({ reading: 'missed-counts-as-positive' }),
    'positive-before-first-negative-ignored': under({ reading: 'positive-before-first-negative-ignored' }),
    'silence-counts-as-exit': under({ silenceEnds: true }),
  };
}

/** What a measure of abstinence shows of them; `unit`: what they are. */
export const abstinenceFigures = (unit: 'journeys' | 'placements') => ({
  headline: (seen: readonly AbstinenceSeen[]) =>
    survivalFigure(spellsOf(seen), { ...RETENTION, parts: EVENTS }),

  sensitivity: Object.fromEntries(
    RULES.map((rule) => [
      rule,
      ({ spells, ...seen }: AbstinenceSeen): AbstinenceSeen =>
        spells === undefined ? seen : { ...seen, spells: { ...spells, spell: spells[rule] } },
    ]),
  ),

  beside: (seen: readonly AbstinenceSeen[]) => ({
    occupancy: incidenceFigure(spellsOf(seen), {
      unit,
      ...RETENTION,
      causes: [MOVED_ON, ...EVENTS],
    }),
  }),
});

function spellsOf(seen: readonly AbstinenceSeen[]): Spell[] {
  return seen.flatMap(({ spells }) => (spells === undefined ? [] : [spells.spell]));
}
