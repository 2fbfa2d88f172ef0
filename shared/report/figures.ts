import type {
  Count,
  Figure,
  IncidenceFigure,
  OutcomeDocument,
  ProportionFigure,
  SurvivalFigure,
} from '../outcomes/document.ts';
import { absent, type Absent, cellText } from './cells.ts';

/** Where in a measure a figure stands. `name` and `category` say which sensitivity, beside or split. */
type Place = {
  measure: string;
  /** The revision of the measure's definition. */
  revision: number;
  part: 'headline' | 'sensitivity' | 'beside' | 'split';
  name: string;
  category: string;
};

/** Numbers are in full precision; null is a number that is withheld, not there, or has no place here. */
type Value = {
  statistic: string;
  /** The outcome, part or reason that the statistic is about. */
  outcome: string;
  unit: 'share' | 'count' | 'days';
  day: number | null;
  state: 'estimated' | 'suppressed' | 'unavailable' | 'target';
  /** What is printed in place of a number: `[c]`, `[x]` or `[z]`. */
  shorthand: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  standardError: number | null;
  numerator: number | null;
  denominator: number | null;
  atRisk: number | null;
  events: number | null;
  marks: string;
  reason: string;
  /** Which of the numbers of an estimated figure are withheld: `at_risk`, `events`. */
  withheld: string;
};

/** One figure of a pack as one flat row. */
export type FigureRow = Place & Value;

/**
 * Every figure of a document as rows, in the document's order: what the CSV and the workbook's data sheet print.
 */
export function figureRows(document: OutcomeDocument): FigureRow[] {
  return Object.entries(document.measures).flatMap(([measure, result]) => {
    const place = (part: Place['part'], name = '', category = ''): Place => ({
      measure,
      revision: result.revision,
      part,
      name,
      category,
    });
    const under = (at: Place, figure: Figure): FigureRow[] =>
      valuesOf(figure).map((value) => ({ ...at, ...value }));
    const { target } = result;
    return [
      ...under(place('headline'), result),
      ...(target
        ? [
            {
              ...place('headline'),
              ...valueOf('target', 'share', { ...target, state: 'target' }),
              outcome: target.direction,
            },
          ]
        : []),
      ...Object.entries(result.sensitivity ?? {}).flatMap(([name, figure]) =>
        under(place('sensitivity', name), figure),
      ),
      ...Object.entries(result.beside ?? {}).flatMap(([name, figure]) =>
        under(place('beside', name), figure),
      ),
      ...Object.entries(result.splits ?? {}).flatMap(([dimension, categories]) =>
        Object.entries(categories).flatMap(([category, figure]) =>
          under(place('split', dimension, category), figure),
        ),
      ),
    ];
  });
}

/** What any state of any figure may carry. */
type Given = {
  day?: number;
  state?: Value['state'];
  value?: number;
  lower?: number | null | undefined;
  upper?: number | null | undefined;
  se?: number | null | undefined;
  numerator?: number;
  denominator?: number;
  atRisk?: Count;
  events?: Count;
  marks?: readonly string[] | undefined;
  reason?: Extract<Absent, { state: 'unavailable' }>['reason'];
};

const known = (count: Count | undefined): number | null => (typeof count === 'number' ? count : null);

function valueOf(statistic: string, unit: Value['unit'], given: Given, outcome = ''): Value {
  const withheld = [
    ...(typeof given.atRisk === 'object' ? ['at_risk'] : []),
    ...(typeof given.events === 'object' ? ['events'] : []),
  ];
  return {
    statistic,
    outcome,
    unit,
    day: given.day ?? null,
    state: given.state ?? 'estimated',
    shorthand: shorthandOf(given),
    value: given.value ?? null,
    lower: given.lower ?? null,
    upper: given.upper ?? null,
    standardError: given.se ?? null,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    atRisk: known(given.atRisk),
    events: known(given.events),
    marks: (given.marks ?? []).join(' '),
    reason: given.reason ?? '',
    withheld: withheld.join(' '),
  };
}

function shorthandOf({ state, reason }: Given): string {
  if (state === 'suppressed') return cellText(absent({ state }));
  return reason === undefined ? '' : cellText(absent({ state: 'unavailable', reason }));
}

const countOf = (statistic: string, count: Count, outcome = ''): Value =>
  valueOf(statistic, 'count', typeof count === 'number' ? { value: count } : count, outcome);

function valuesOf(figure: Figure): Value[] {
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
      return [valueOf('median', 'days', figure)];
  }
}

const survivalValues = (figure: SurvivalFigure): Value[] => [
  countOf('journeys', figure.journeys),
  countOf('events', figure.events),
  ...Object.entries(figure.parts).map(([part, count]) => countOf('events', count, part)),
  ...figure.points.map((point) => valueOf('survival', 'share', point)),
  valueOf('median', 'days', figure.median),
];

const incidenceValues = (figure: IncidenceFigure): Value[] => [
  ...(['lapses', 'journeys', 'placements', 'people'] as const).flatMap((unit) => {
    const followed = figure[unit];
    return followed === undefined ? [] : [countOf(unit, followed)];
  }),
  ...Object.entries(figure.causes).flatMap(([cause, points]) =>
    points.map((point) => valueOf('incidence', 'share', point, cause)),
  ),
  ...figure.open.map((point) => valueOf('incidence', 'share', point, 'open')),
];

const proportionValues = (figure: ProportionFigure): Value[] => [
  valueOf('proportion', 'share', figure),
  ...(figure.state === 'estimated'
    ? Object.entries(figure.excluded ?? {}).map(([reason, count]) => countOf('excluded', count, reason))
    : []),
];
