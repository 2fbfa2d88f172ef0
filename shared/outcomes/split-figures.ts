import type {
  ComputedHeadline,
  ComputedIncidence,
  ComputedSeries,
  ComputedSurvival,
  Flow,
} from './computed.ts';
import { mapValues } from './map-values.ts';

/** Of a curve of so many people more than one day is told. */
const WHOLE_CURVE = 50;

/**
 * Headline figures of the categories of a dimension as a split tells them. Who was left out is told of the whole alone.
 * Curves are told in full where each is of fifty people or more; else they are told at the one day the reader came for,
 * since the other days of few people would make more of all of it withheld.
 */
export function splitFigures(
  categories: Readonly<Record<string, ComputedHeadline>>,
): Record<string, ComputedHeadline> {
  const isWhole = Object.values(categories).every((figure) => followed(figure) >= WHOLE_CURVE);
  return mapValues(categories, (figure) => {
    switch (figure.kind) {
      case 'proportion': {
        const { excluded: _, ...rest } = figure;
        return rest;
      }
      case 'survival':
        return isWhole ? figure : survivalAtOneDay(figure);
      case 'incidence':
        return isWhole ? figure : incidenceAtOneDay(figure);
      default:
        return figure;
    }
  });
}

function followed(figure: ComputedHeadline): number {
  switch (figure.kind) {
    case 'survival':
      return figure.journeys.people;
    case 'incidence':
      return figure.followed.people;
    default:
      return 0;
  }
}

function survivalAtOneDay(figure: ComputedSurvival): ComputedSurvival {
  const { points, headlineDay, eventFlow, censoredFlow, freeFlow } = figure;
  const times = timesKept(points, headlineDay);
  return {
    ...figure,
    parts: {},
    points: points.filter(({ day }) => day === headlineDay),
    eventFlow: flowBetween(eventFlow, times),
    censoredFlow: flowBetween(censoredFlow, times),
    freeFlow: flowBetween(freeFlow, times),
  };
}

function incidenceAtOneDay(figure: ComputedIncidence): ComputedIncidence {
  const { causes, open, headlineDay } = figure;
  const times = timesKept(open.points, headlineDay);
  const [, kept = 0] = times;
  const atDay = ({ points, flow, ended }: ComputedSeries): ComputedSeries => ({
    points: points.filter(({ day }) => day === headlineDay),
    flow: flowBetween(flow, times),
    ended: [sum(ended.slice(0, kept)), sum(ended.slice(kept))],
  });
  return {
    ...figure,
    causes: Object.fromEntries(Object.entries(causes).map(([cause, series]) => [cause, atDay(series)])),
    open: atDay(open),
  };
}

/** Of the times of a flow the start, that of one day and the end. */
function timesKept(points: readonly { readonly day: number }[], kept: number): readonly number[] {
  return [0, points.findIndex(({ day }) => day === kept) + 1, points.length + 1];
}

function flowBetween(flow: Flow, times: readonly number[]): Flow {
  return times.map((from) => times.map((to) => flow[from]?.[to] ?? 0));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
