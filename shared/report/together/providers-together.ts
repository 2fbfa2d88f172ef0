import type { Cell, Column } from '../blocks.ts';
import { categoryLabel } from '../category-label.ts';
import { text } from '../cells.ts';
import { labelOf } from '../labels.ts';
import type { Measured } from '../measured.ts';
import { providerRows } from '../tables/provider-table.ts';

export const providerColumns: Column[] = [
  { title: 'Provider' },
  { title: 'Value', numeric: true },
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
  { title: 'Where it lies' },
];

/** A measure's providers among the limits of chance, where there are two or more. */
export const providersOf = (measured: Measured): Cell[][] =>
  (measured.result.cohort?.funnel?.providers.length ?? 0) < 2 ? [] : providerRows(measured);

export const comparisonColumns: Column[] = [
  { title: 'Split by' },
  { title: 'One group' },
  { title: 'The other' },
  { title: 'Log-rank chi-square', numeric: true },
  { title: 'p', numeric: true },
];

/** A measure's tests between the two groups of a dimension. */
export const comparisonsOf = ({ document, result }: Measured): Cell[][] =>
  Object.entries(result.comparisons ?? {}).map(([dimension, { groups, statistic, p }]) => [
    text(labelOf(dimension)),
    ...groups.map((group) => text(categoryLabel(group, dimension, document.providers))),
    { kind: 'rate', value: statistic },
    { kind: 'p', value: p },
  ]);
