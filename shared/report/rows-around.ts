import type { Cohort, Figure, MeasureResult, Trend } from '../outcomes/document.ts';
import type { FigurePlace } from './figure-place.ts';
import { type FigureValue, unitOf, valueOf } from './figure-value.ts';
import { valuesOf } from './figure-values.ts';
import { trendQuantity } from './trend-quantity.ts';

type Around = Partial<Pick<FigurePlace, 'name' | 'category'>> & {
  part: FigurePlace['part'];
  value: FigureValue;
};

/** What stands around a measure's figure as rows: tests between groups, points over time, the share by provider. */
export function rowsAround(result: MeasureResult): Around[] {
  const { comparisons = {}, trend, cohort } = result;
  return [
    ...Object.entries(comparisons).flatMap(([name, { groups, statistic, p }]): Around[] => {
      const place = { part: 'comparison', name, category: groups.join(' | ') } as const;
      return [
        { ...place, value: valueOf('log-rank', '', { value: statistic }, 'chi-square') },
        { ...place, value: valueOf('log-rank', '', { value: p }, 'p') },
      ];
    }),
    ...(trend ? trendRows(trend, unitOf(trendQuantity(result))) : []),
    ...(cohort ? cohortRows(cohort) : []),
  ];
}

/** The points in time, a signal as their outcome; then what all of them together say. */
function trendRows(trend: Trend, unit: FigureValue['unit']): Around[] {
  const { kind, points, mean, median, limits, variation, assurance } = trend;
  const told = (statistic: string, outcome: string) => valueOf(statistic, '', {}, outcome);
  const summary = [
    ...(mean === undefined ? [] : [valueOf('process-mean', unit, { value: mean })]),
    ...(median === undefined ? [] : [valueOf('process-median', unit, { value: median })]),
    ...(limits ? [valueOf('process-limit', unit, { value: limits.lower }, 'lower')] : []),
    ...(limits ? [valueOf('process-limit', unit, { value: limits.upper }, 'upper')] : []),
    ...(variation === undefined ? [] : [told('variation', variation)]),
    ...(assurance === undefined ? [] : [told('assurance', assurance)]),
  ];
  return [
    ...points.map((point): Around => {
      const signal =
        point.state === 'estimated' && point.signal ? `${point.signal.rule} ${point.signal.side}` : '';
      return { part: 'trend', name: point.period, value: valueOf(kind, unit, point, signal) };
    }),
    ...summary.map((value): Around => ({ part: 'trend', value })),
  ];
}

function cohortRows({ point, matured, providers, funnel }: Cohort): Around[] {
  const rows = (name: string, figure: Figure, category = ''): Around[] =>
    valuesOf(figure).map((value) => ({ part: 'cohort', name, category, value }));
  return [
    ...(point ? rows('point', point) : []),
    ...rows('matured', matured),
    ...Object.entries(providers).flatMap(([provider, figure]) => rows('provider', figure, provider)),
    ...(funnel
      ? [{ part: 'funnel', value: valueOf('centre', 'share', { value: funnel.centre }) } as const]
      : []),
    ...(funnel?.providers ?? []).map(({ provider, position, ...share }): Around => ({
      part: 'funnel',
      name: 'provider',
      category: provider,
      value: valueOf('proportion', 'share', share, position),
    })),
  ];
}
