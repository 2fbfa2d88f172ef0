import type {
  ComputedHeadline,
  ComputedIncidence,
  ComputedMeasure,
  ComputedProportion,
  ComputedRate,
  ComputedSurvival,
} from '../../../../shared/outcomes/computed.ts';
import { countFigure } from '../../../../shared/outcomes/figures/count-figure.ts';
import { incidenceFigure } from '../../../../shared/outcomes/figures/incidence-figure.ts';
import { meanFigure } from '../../../../shared/outcomes/figures/mean-figure.ts';
import { medianFigure } from '../../../../shared/outcomes/figures/median-figure.ts';
import { proportionFigure } from '../../../../shared/outcomes/figures/proportion-figure.ts';
import type { Spell } from '../../../../shared/outcomes/figures/spell.ts';
import { survivalFigure } from '../../../../shared/outcomes/figures/survival-figure.ts';

/** Figures of so many people, each counted once, and measures made of them. */

const people = (size: number) => Array.from({ length: size }, (_, index) => ({ who: `P${index}`, index }));

type Proportion = Partial<Pick<ComputedProportion, 'population' | 'excluded'>>;

export const share = (passing: number, of: number, more: Proportion = {}): ComputedProportion =>
  proportionFigure(people(of), ({ index }) => index < passing, more);

export const count = (size: number, more: Pick<Proportion, 'population'> = {}) =>
  countFigure(people(size), more);

export const mean = (size: number) =>
  meanFigure(
    people(size).map((one) => ({ ...one, value: 1 })),
    'points',
  );

/** So many events in so many weeks, of as many people. */
export const rate = (events: number, weeks: number, people: number): ComputedRate => ({
  ...{ kind: 'rate', unit: 'person-week', state: 'estimated', marks: [] },
  ...{ events: { count: events, people }, exposure: { amount: weeks, people } },
});

/** A median of ten days. */
export const median = (size: number) => medianFigure(people(size).map((one) => ({ ...one, days: 10 })));

/** So many, the day that ended it for them, and what; open when nothing did, censored when only a day is given. */
export type Group = readonly [size: number, day?: number, end?: string];

function spells(groups: readonly Group[]): Spell[] {
  const all = groups.flatMap(([size, time = 400, end]) =>
    Array.from({ length: size }, () => ({ time, end })),
  );
  return all.map((spell, index) => ({ ...spell, who: `P${index}`, provisional: false }));
}

const DAYS = [28, 56, 84];
const ENDS = ['left', 'died'];

/** A curve at days 28, 56 and 84, the last of which the reader came for, that `left` and `died` end. */
export const curve = (...groups: Group[]): ComputedSurvival =>
  survivalFigure(spells(groups), { days: DAYS, headlineDay: 84, parts: ENDS });

/** What `moved-on`, `left` and `died` ended by days 28, 56 and 84; the reader came for the first on the last day. */
export const shares = (...groups: Group[]): ComputedIncidence =>
  incidenceFigure(spells(groups), {
    unit: 'journeys',
    days: DAYS,
    headlineDay: 84,
    causes: ['moved-on', ...ENDS],
  });

/** The same of lapses of so many people. */
export const lapses = (of: number, ...groups: Group[]): ComputedIncidence => {
  const all = spells(groups);
  return incidenceFigure(
    all.map((spell, index) => ({ ...spell, who: `P${Math.floor((index * of) / all.length)}` })),
    { unit: 'lapses', days: DAYS, headlineDay: 84, causes: ['moved-on', ...ENDS] },
  );
};

export const aMeasure = (
  headline: ComputedHeadline,
  more: Partial<Omit<ComputedMeasure, 'headline'>> = {},
): ComputedMeasure => ({
  headline,
  sensitivity: {},
  beside: {},
  splits: {},
  comparisons: {},
  sums: {},
  within: {},
  ...more,
});
