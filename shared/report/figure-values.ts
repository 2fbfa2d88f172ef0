import type {
  Figure,
  IncidenceFigure,
  MeanFigure,
  ProportionFigure,
  RateFigure,
  SurvivalFigure,
} from '../outcomes/document.ts';
import { countOf, type FigureValue, unitOf, valueOf } from './figure-value.ts';
import { quantityOf } from './quantity.ts';

/** What a figure consists of, one value for each row of the flat list. */
export function valuesOf(figure: Figure): FigureValue[] {
  switch (figure.kind) {
    case 'survival':
      return survivalValues(figure);
    case 'incidence':
      return incidenceValues(figure);
    case 'proportion':
      return proportionValues(figure);
    case 'count':
      return [valueOf('count', 'count', figure)];
    case 'median':
      return [valueOf('median', unitOf(quantityOf(figure)), figure)];
    case 'mean':
      return [valueOf('mean', unitOf(quantityOf(figure)), meanOf(figure))];
    case 'rate':
      return [valueOf('rate', 'person-week', rateOf(figure))];
  }
}

const survivalValues = (figure: SurvivalFigure): FigureValue[] => [
  countOf('journeys', figure.journeys),
  countOf('events', figure.events),
  ...Object.entries(figure.parts).map(([part, count]) => countOf('events', count, part)),
  ...figure.points.map((point) => valueOf('survival', 'share', point)),
  valueOf('median', 'days', figure.median),
];

const incidenceValues = (figure: IncidenceFigure): FigureValue[] => [
  ...(['lapses', 'journeys', 'placements', 'people'] as const).flatMap((unit) => {
    const followed = figure[unit];
    return followed === undefined ? [] : [countOf(unit, followed)];
  }),
  ...Object.entries(figure.causes).flatMap(([cause, points]) =>
    points.map((point) => valueOf('incidence', 'share', point, cause)),
  ),
  ...figure.open.map((point) => valueOf('incidence', 'share', point, 'open')),
];

const proportionValues = (figure: ProportionFigure): FigureValue[] => [
  valueOf('proportion', 'share', figure),
  ...(figure.state === 'estimated'
    ? Object.entries(figure.excluded ?? {}).map(([reason, count]) => countOf('excluded', count, reason))
    : []),
];

/** The values that a mean is of are its denominator. */
const meanOf = (figure: MeanFigure) =>
  figure.state === 'estimated' ? { ...figure, denominator: figure.values } : figure;

/** The events of a rate are its numerator, the time that they happened in its denominator. */
function rateOf(figure: RateFigure) {
  if (figure.state !== 'estimated') return figure;
  const { value, lower, upper, events, exposure, marks } = figure;
  return { value, lower, upper, numerator: events, denominator: exposure, marks };
}
