import type { Cell, Table } from '../blocks.ts';
import { categoryLabel } from '../category-label.ts';
import { absent, count, percent, text } from '../cells.ts';
import type { Measured } from '../measured.ts';
import { POSITIONS } from '../wording/funnel.ts';
import { tableName } from './table-name.ts';

/** The numbers behind a chart of providers. */
export function providerTable(measured: Measured): Table {
  return {
    kind: 'table',
    id: tableName(measured.words, 'providers'),
    printOnly: true,
    title: `${measured.title}: by provider, among the limits of chance`,
    columns: [
      { title: 'Provider' },
      { title: 'Value', numeric: true },
      { title: 'Numerator', numeric: true },
      { title: 'Denominator', numeric: true },
      { title: 'Where it lies' },
    ],
    groups: [{ rows: providerRows(measured) }],
    notes: [],
  };
}

/** One row a provider, and one of all of them together. */
export function providerRows({ document, result: { cohort } }: Measured): Cell[][] {
  const { funnel, matured } = cohort ?? {};
  if (funnel === undefined || matured === undefined) return [];
  const all =
    matured.state === 'estimated'
      ? [count(matured.numerator), count(matured.denominator)]
      : [absent(matured), absent(matured)];
  return [
    ...funnel.providers.map(({ provider, value, numerator, denominator, position }) => [
      text(categoryLabel(provider, 'provider', document.providers)),
      percent(value),
      count(numerator),
      count(denominator),
      text(POSITIONS[position]),
    ]),
    [text('All together'), percent(funnel.centre), ...all, text('the centre of the limits')],
  ];
}
