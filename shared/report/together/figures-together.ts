import type { Figure } from '../../outcomes/document.ts';
import type { Cell, Column, Quantity } from '../blocks.ts';
import { text } from '../cells.ts';
import { valuesOf } from '../figure-values.ts';
import { lowered } from '../first-letter.ts';
import { labelOf } from '../labels.ts';
import type { Measured } from '../measured.ts';
import { quantityCell } from '../quantity.ts';
import { detailOf, quantityOfUnit, valueCell } from '../value-cells.ts';
import { UNITS } from './units.ts';

export const figuresColumns: Column[] = [
  { title: 'Figure' },
  { title: 'Value', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
  { title: 'Unit' },
];

/** Every figure of a measure in a row: its headline, the headline under other rules, what stands beside it. */
export function figuresOf({ words, result }: Measured): Cell[][] {
  return [
    ...rowsOf('Headline', result, words.id),
    ...Object.entries(result.sensitivity ?? {}).flatMap(([rule, figure]) =>
      rowsOf(`If counted differently: ${lowered(labelOf(rule, words.id))}`, figure, words.id),
    ),
    ...Object.entries(result.beside ?? {}).flatMap(([name, figure]) =>
      rowsOf(labelOf(name, words.id), figure, `${words.id}.${name}`),
    ),
  ];
}

const rowsOf = (label: string, figure: Figure, context: string): Cell[][] =>
  valuesOf(figure).map((value) => {
    const quantity = quantityOfUnit(value.unit);
    const number = (of: number | null, as: Quantity) => (of === null ? text('') : quantityCell(as, of));
    return [
      text(label + detailOf(value, figure.kind, context)),
      valueCell(value),
      number(value.lower, quantity),
      number(value.upper, quantity),
      number(value.numerator, 'count'),
      number(value.denominator, figure.kind === 'rate' ? 'points' : 'count'),
      text(UNITS[quantity]),
    ];
  });
