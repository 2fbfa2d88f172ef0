import { median } from '../../statistics/median.ts';
import type { ComputedMedianFigure } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { marksOf } from './spell.ts';

/** The median of a number of days. */
export function medianFigure(
  units: readonly { readonly who: string; readonly days: number }[],
): ComputedMedianFigure {
  const value = median(units.map(({ days }) => days));
  return {
    kind: 'median',
    median:
      value === undefined
        ? { state: 'unavailable', reason: 'no-eligible' }
        : { state: 'estimated', value, people: countPeople(units), marks: marksOf(units.length, false) },
  };
}
