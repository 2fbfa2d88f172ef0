import { median } from '../../statistics/median.ts';
import type { ComputedMedianFigure } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { marksOf } from './spell.ts';

/** The median of a number of days. */
export function medianFigure(
  units: readonly { readonly who: string; readonly days: number }[],
): ComputedMedianFigure {
  return medianOf(
    units.map(({ who, days }) => ({ who, value: days })),
    'days',
  );
}

/** The median of one number of each unit. */
export function medianOf(
  units: readonly { readonly who: string; readonly value: number }[],
  unit: ComputedMedianFigure['unit'],
): ComputedMedianFigure {
  const value = median(units.map((one) => one.value));
  return {
    kind: 'median',
    unit,
    median:
      value === undefined
        ? { state: 'unavailable', reason: 'no-eligible' }
        : { state: 'estimated', value, people: countPeople(units), marks: marksOf(units.length, false) },
  };
}
