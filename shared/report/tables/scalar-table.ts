import type {
  CountFigure,
  Figure,
  MeanFigure,
  MedianFigure,
  ProportionFigure,
  RateFigure,
} from '../../outcomes/document.ts';
import type { Cell, Column } from '../blocks.ts';
import { absent, count, limit, percent } from '../cells.ts';
import { limitCell, quantityCell, quantityOf } from '../quantity.ts';

/** A figure that is one number, without reported days. */
export type ScalarFigure = Exclude<Figure, { kind: 'survival' | 'incidence' }>;

const estimate: Column[] = [
  { title: 'Value', numeric: true },
  { title: 'Lower 95% limit', numeric: true },
  { title: 'Upper 95% limit', numeric: true },
];

/** The columns of proportions. */
export const shareColumns: Column[] = [
  ...estimate,
  { title: 'Numerator', numeric: true },
  { title: 'Denominator', numeric: true },
];

const numberColumns: Column[] = [{ title: 'Number', numeric: true }];

/** The columns of each kind of figure. */
export const scalarColumns: Record<ScalarFigure['kind'], Column[]> = {
  proportion: shareColumns,
  count: numberColumns,
  median: numberColumns,
  mean: [...estimate, { title: 'Values', numeric: true }],
  rate: [...estimate, { title: 'Events', numeric: true }, { title: 'Person-weeks', numeric: true }],
};

/** A figure's cells, in the columns of its kind. */
export function scalarCells(figure: ScalarFigure): Cell[] {
  switch (figure.kind) {
    case 'proportion':
      return shareCells(figure);
    case 'count':
    case 'median':
      return [numberCell(figure)];
    case 'mean':
      return meanCells(figure);
    case 'rate':
      return rateCells(figure);
  }
}

/** Value, limits, numerator and denominator. */
export function shareCells(figure: ProportionFigure): Cell[] {
  if (figure.state !== 'estimated') return shareColumns.map(() => absent(figure));
  const { value, lower, upper, numerator, denominator, marks } = figure;
  return [percent(value, marks), limit(lower), limit(upper), count(numerator), count(denominator)];
}

/** A count of things, or a median. */
export const numberCell = (figure: CountFigure | MedianFigure): Cell =>
  figure.state === 'estimated'
    ? quantityCell(quantityOf(figure), figure.value, figure.marks)
    : absent(figure);

/** Value, limits, and how many values the mean is of. */
function meanCells(figure: MeanFigure): Cell[] {
  if (figure.state !== 'estimated') return scalarColumns.mean.map(() => absent(figure));
  const { unit, value, lower, upper, values, marks } = figure;
  return [quantityCell(unit, value, marks), limitCell(unit, lower), limitCell(unit, upper), count(values)];
}

/** Value, limits, events and the time that they happened in. */
function rateCells(figure: RateFigure): Cell[] {
  if (figure.state !== 'estimated') return scalarColumns.rate.map(() => absent(figure));
  const { value, lower, upper, events, exposure, marks } = figure;
  return [
    quantityCell('rate', value, marks),
    quantityCell('rate', lower),
    quantityCell('rate', upper),
    count(events),
    quantityCell('points', exposure),
  ];
}
