import { aalenJohansen } from '../../statistics/aalen-johansen.ts';
import { incidenceAt } from '../../statistics/incidence-at.ts';
import { incidenceInterval } from '../../statistics/incidence-interval.ts';
import type { ComputedIncidence, ComputedIncidencePoint, ComputedSeries } from '../computed.ts';
import { countAlike } from './count-alike.ts';
import { counted } from './counted.ts';
import { flowOf, isBetween } from './flow.ts';
import { marksAt, type Spell } from './spell.ts';

/** What is followed, until when it is reported, and what may end it; the first cause is the headline. */
type Settings = {
  readonly unit: ComputedIncidence['unit'];
  readonly days: readonly number[];
  readonly headlineDay: number;
  readonly causes: readonly [string, ...string[]];
};

/**
 * The cumulative incidence of each cause by Aalen–Johansen at the reported days, and what no cause had ended; on
 * each day they add up to 1. An end that is none of the causes is censored on its date.
 */
export function incidenceFigure(
  spells: readonly Spell[],
  { unit, days, headlineDay, causes }: Settings,
): ComputedIncidence {
  const causeOf = ({ end }: Spell): number => (end === undefined ? 0 : causes.indexOf(end) + 1);
  const curve = aalenJohansen(
    spells.map((spell) => ({ time: spell.time, cause: causeOf(spell) })),
    causes.length,
  );
  const people = countAlike(spells, days, causeOf);

  const series = (
    inState: (spell: Spell, day: number) => boolean,
    hasEnded: (spell: Spell) => boolean,
    estimate: (
      at: NonNullable<ReturnType<typeof incidenceAt>>,
    ) => Pick<ComputedIncidencePoint & { state: 'estimated' }, 'value' | 'se' | 'lower' | 'upper'>,
  ): ComputedSeries => ({
    points: days.map((day) => {
      if (spells.length === 0) return { day, state: 'unavailable', reason: 'no-eligible' };
      const at = incidenceAt(curve, day, causes.length);
      if (at === undefined) return { day, state: 'unavailable', reason: 'beyond-follow-up' };
      return {
        day,
        state: 'estimated',
        ...estimate(at),
        people: people((spell) => inState(spell, day)),
        complement: people((spell) => !inState(spell, day)),
        marks: marksAt(spells, day),
      };
    }),
    flow: flowOf(people, days, (spell, from, to) => hasEnded(spell) && isBetween(spell, from, to)),
    ended: [...days, Infinity].map(
      (day, index) =>
        spells.filter((spell) => hasEnded(spell) && isBetween(spell, days[index - 1] ?? 0, day)).length,
    ),
  });

  const seriesOf = (cause: string, index: number): ComputedSeries =>
    series(
      ({ end, time }, day) => end === cause && time <= day,
      ({ end }) => end === cause,
      ({ incidence, standardError }) => {
        const value = incidence[index] ?? 0;
        const se = standardError[index] ?? 0;
        return { value, se, ...incidenceInterval(value, se) };
      },
    );

  return {
    kind: 'incidence',
    unit,
    followed: counted(spells),
    headline: causes[0],
    headlineDay,
    causes: Object.fromEntries(causes.map((cause, index) => [cause, seriesOf(cause, index)])),
    open: series(
      (spell, day) => spell.time > day || causeOf(spell) === 0,
      (spell) => causeOf(spell) > 0,
      ({ free }) => ({ value: free }),
    ),
  };
}
