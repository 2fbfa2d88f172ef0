import { mean } from '../../statistics/mean.ts';
import { meanInterval } from '../../statistics/mean-interval.ts';
import type { ComputedMean } from '../computed.ts';
import { countPeople } from './count-people.ts';
import { marksOf } from './spell.ts';

/** The mean of one number of each unit, with its 95% t interval where there are two or more. */
export function meanFigure(
  units: readonly { readonly who: string; readonly value: number }[],
  unit: ComputedMean['unit'],
  { provisional = false }: { readonly provisional?: boolean } = {},
): ComputedMean {
  // In an order of their own, or the last digits would depend on the order in which people arrive.
  const values = units.map(({ value }) => value).sort((a, b) => a - b);
  const found = mean(values);
  if (found === undefined) return { kind: 'mean', unit, state: 'unavailable', reason: 'no-eligible' };
  const interval = meanInterval(values);
  return {
    kind: 'mean',
    unit,
    state: 'estimated',
    value: found,
    lower: interval.lower,
    upper: interval.upper,
    values: values.length,
    people: countPeople(units),
    marks: marksOf(values.length, provisional),
  };
}
