import type { Figure, IncidenceFigure, IncidencePoint, SurvivalPoint } from '../../outcomes/document.ts';
import { formatCount } from '../../render/format.ts';
import { absencesOf, reasonOf } from '../absence.ts';
import type { Cell, Quantity } from '../blocks.ts';
import { absent, type Absent, count, percent } from '../cells.ts';
import { lowered, raised } from '../first-letter.ts';
import { labelOf } from '../labels.ts';
import type { Measured } from '../measured.ts';
import { quantityCell, quantityOf } from '../quantity.ts';
import { exposureInWords } from '../wording/exposure.ts';
import { headlineFigure } from '../wording/headline-figure.ts';
import { rangeOf } from '../wording/interval.ts';

/** One figure of a measure in a row of its own: what it is, its number, and what the number rests on in words. */
export type CompactRow = {
  label: string;
  kind: Figure['kind'];
  cell: Cell;
  rests: string;
  absence?: Absent;
};

/** The reported days of a headline, who is left out, the headline under other rules, and the figures beside it. */
export function compactRows(measured: Measured): CompactRow[] {
  const { words, result } = measured;
  const { day } = headlineFigure(words, result);
  const excluded =
    result.kind === 'proportion' && result.state === 'estimated' ? (result.excluded ?? {}) : {};
  return [
    ...headlineDays(measured),
    ...Object.entries(excluded).map(([reason, number]): CompactRow => {
      const figure = typeof number === 'number' ? { value: number } : number;
      return {
        label: `Left out: ${lowered(labelOf(reason, words.id))}`,
        kind: 'count',
        cell: count(number),
        rests: 'state' in figure ? raised(reasonOf(figure)) : 'A count',
        ...('state' in figure ? { absence: figure } : {}),
      };
    }),
    ...Object.entries(result.sensitivity ?? {}).flatMap(([rule, figure]) =>
      figureRows(`If counted differently: ${lowered(labelOf(rule, words.id))}`, figure, words.id, day),
    ),
    ...Object.entries(result.beside ?? {}).flatMap(([name, figure]) =>
      figureRows(labelOf(name, words.id), figure, `${words.id}.${name}`, words.headlineDay ?? day),
    ),
  ];
}

function headlineDays({ words, result }: Measured): CompactRow[] {
  if (result.kind === 'survival')
    return result.points.map((point) => pointRow(`To day ${point.day}`, 'survival', point));
  return result.kind === 'incidence' ? outcomeRows('', result, words.id, undefined) : [];
}

/** A figure's rows: one, but for a share over days one for each outcome on the day that the reader came for. */
function figureRows(label: string, figure: Figure, context: string, day: number | undefined): CompactRow[] {
  switch (figure.kind) {
    case 'survival': {
      const point = figure.points.find((one) => one.day === day) ?? figure.points.at(-1);
      return point === undefined ? [] : [pointRow(`${label}, to day ${point.day}`, 'survival', point)];
    }
    case 'incidence':
      return outcomeRows(`${label}: `, figure, context, day);
    default: {
      const [absence] = absencesOf(figure);
      const cell =
        figure.state === 'estimated'
          ? quantityCell(quantityOf(figure), figure.value, figure.marks)
          : absent(figure);
      const row = { label, kind: figure.kind, cell, rests: restsOn(figure) };
      return [absence ? { ...row, absence } : row];
    }
  }
}

/** Every outcome of an incidence on one day, or on all where none is given. */
const outcomeRows = (
  lead: string,
  { causes, open }: IncidenceFigure,
  context: string,
  day: number | undefined,
): CompactRow[] =>
  [...Object.entries(causes), ['open', open] as const].flatMap(([outcome, points]) => {
    const own = points.some((point) => point.day === day) ? points.filter((one) => one.day === day) : points;
    const told = labelOf(outcome, context);
    return own.map((point) =>
      pointRow(`${lead}${lead ? lowered(told) : told} by day ${point.day}`, 'incidence', point),
    );
  });

function pointRow(label: string, kind: Figure['kind'], point: SurvivalPoint | IncidencePoint): CompactRow {
  if (point.state !== 'estimated')
    return { label, kind, cell: absent(point), rests: raised(reasonOf(point)), absence: point };
  const { value, lower: from, upper: to, marks } = point;
  return { label, kind, cell: percent(value, marks), rests: raised(interval(from, to)) };
}

/** What a number rests on: a share's counts, how many values or events, and its interval. */
function restsOn(figure: Exclude<Figure, { kind: 'survival' | 'incidence' }>): string {
  if (figure.state !== 'estimated') return raised(reasonOf(figure));
  switch (figure.kind) {
    case 'count':
      return 'A count';
    case 'median':
      return 'A median';
    case 'proportion':
      return `${formatCount(figure.numerator)} of ${formatCount(figure.denominator)}; ${interval(figure.lower, figure.upper)}`;
    case 'mean':
      return `Mean of ${formatCount(figure.values)}; ${interval(figure.lower, figure.upper, figure.unit)}`;
    case 'rate':
      return `${exposureInWords(figure)}; ${interval(figure.lower, figure.upper, 'rate')}`;
  }
}

const interval = (
  from: number | null | undefined,
  to: number | null | undefined,
  quantity: Quantity = 'share',
): string =>
  typeof from === 'number' && typeof to === 'number'
    ? `95% interval ${rangeOf(from, to, quantity)}`
    : 'no interval';
