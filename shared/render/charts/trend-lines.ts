import type { TrendSpec } from '../../report/blocks.ts';
import { quantityText } from '../../report/quantity.ts';
import { INK, SOFT_INK } from './palette.ts';
import { TARGET } from './signal-looks.ts';

type Line = { words: string; value: number; dash: number[]; colour: string };

/** The level lines of values over time: mean or median, limits and target, with their labels. */
export function trendLines({ centre, limits, target, quantity }: TrendSpec): Line[] {
  const number = (value: number) => quantityText(quantity, value);
  return [
    ...(centre
      ? [{ words: `${centre.label} ${number(centre.value)}`, value: centre.value, dash: [], colour: INK }]
      : []),
    ...(limits
      ? [
          { words: 'Upper limit', value: limits.upper, dash: [6, 5], colour: SOFT_INK },
          { words: 'Lower limit', value: limits.lower, dash: [6, 5], colour: SOFT_INK },
        ]
      : []),
    ...(target === undefined
      ? []
      : [{ words: `Target ${number(target)}`, value: target, dash: [2, 3], colour: TARGET }]),
  ];
}
