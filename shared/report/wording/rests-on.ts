import { formatCount, SHORTHAND } from '../../render/format.ts';
import type { FigureValue } from '../figure-value.ts';
import { quantityOfUnit } from '../value-cells.ts';
import { exposureInWords } from './exposure.ts';
import { rangeOf } from './interval.ts';

/**
 * What the number of a flat row rests on: its counts and its interval; where it has neither, what it is, or why there
 * is no number.
 *
 * @example restsInWords(value) // '31 of 88; 95% interval 26.1% to 45.6%'
 */
export function restsInWords(value: FigureValue): string {
  const { lower, upper, unit, shorthand } = value;
  if (value.value === null) return shorthand === SHORTHAND.suppressed ? 'too few people' : 'no figure';
  const interval =
    lower === null || upper === null ? [] : [`95% interval ${rangeOf(lower, upper, quantityOfUnit(unit))}`];
  const rests = [...countsOf(value), ...interval];
  return rests.length
    ? rests.join('; ')
    : (ALONE[value.statistic] ?? (unit === 'count' ? 'a count' : 'no interval'));
}

/** Figures that rest on nothing that is told. */
const ALONE: Record<string, string> = { median: 'a median' };

function countsOf({ unit, numerator, denominator, atRisk, events, withheld, day }: FigureValue): string[] {
  if (denominator !== null) {
    if (numerator === null) return [`of ${formatCount(denominator)}`];
    return unit === 'person-week'
      ? [exposureInWords({ events: numerator, exposure: denominator })]
      : [`${formatCount(numerator)} of ${formatCount(denominator)}`];
  }
  if (day === null) return [];
  const hidden = withheld.split(' ');
  return [
    ...told(events, hidden.includes('events'), events === 1 ? 'event' : 'events'),
    ...told(atRisk, hidden.includes('at_risk'), 'at risk'),
  ];
}

const told = (count: number | null, hidden: boolean, what: string): string[] => {
  if (count !== null) return [`${formatCount(count)} ${what}`];
  return hidden ? [`${SHORTHAND.suppressed} ${what}`] : [];
};
