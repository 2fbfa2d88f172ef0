import type { Count, Figure } from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, text } from '../cells.ts';
import type { Measured } from '../measured.ts';
import { quantityCell } from '../quantity.ts';
import { splitsOf } from '../splits.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { UNITS } from './units.ts';

export const groupsColumns: Column[] = [
  { title: 'Split by' },
  { title: 'Group' },
  { title: 'Value', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
  { title: 'Unit' },
];

/** A measure's headline by group, as far as its splits tell a reader anything. */
export const groupsOf = (measured: Measured): Cell[][] =>
  splitsOf(measured).printed.flatMap(({ label, categories }) =>
    categories.flatMap((category): Cell[][] =>
      category.figure.kind === 'median'
        ? []
        : [[text(label), text(category.label), ...cellsOf(measured, category.figure)]],
    ),
  );

function cellsOf({ words }: Measured, figure: Exclude<Figure, { kind: 'median' }>): Cell[] {
  const { quantity, cell, estimate, absence } = headlineFigure(words, figure);
  const limit = (value: number | null | undefined) =>
    typeof value === 'number' ? quantityCell(quantity, value) : text('');
  const { numerator, denominator } = restsOn(figure);
  const rest = (cellOf: Cell) =>
    absence && figure.kind !== 'survival' && figure.kind !== 'incidence' ? absent(absence) : cellOf;
  return [
    cell,
    limit(estimate?.lower),
    limit(estimate?.upper),
    rest(numerator === undefined ? text('') : count(numerator)),
    rest(denominator === undefined ? text('') : denominator),
    text(UNITS[quantity]),
  ];
}

/** What a figure's number is made of; how many are followed is the denominator of a share over days. */
function restsOn(figure: Exclude<Figure, { kind: 'median' }>): { numerator?: Count; denominator?: Cell } {
  switch (figure.kind) {
    case 'survival':
      return { denominator: count(figure.journeys) };
    case 'incidence': {
      const followed = figure.lapses ?? figure.journeys ?? figure.placements ?? figure.people;
      return followed === undefined ? {} : { denominator: count(followed) };
    }
    case 'proportion':
      return figure.state === 'estimated'
        ? { numerator: figure.numerator, denominator: count(figure.denominator) }
        : {};
    case 'mean':
      return figure.state === 'estimated' ? { denominator: count(figure.values) } : {};
    case 'rate':
      return figure.state === 'estimated'
        ? { numerator: figure.events, denominator: quantityCell('points', figure.exposure) }
        : {};
    case 'count':
      return {};
  }
}
