import type { Trend } from '../../outcomes/document.ts';
import { reasonOf } from '../absence.ts';
import type { Chart, TrendSpec } from '../blocks.ts';
import type { Absent } from '../cells.ts';
import type { Measured } from '../measured.ts';
import { periodInWords, periodOnAxis, periodsBetween } from '../periods.ts';
import { quantityText } from '../quantity.ts';
import { trendQuantity } from '../trend-quantity.ts';
import { isHigh, RULES, signalInWords, toneOf } from '../wording/signal.ts';
import { isShare } from '../wording/target.ts';
import { shownPoints } from '../wording/trend.ts';
import { leftOutInWords } from './left-out.ts';

const TITLES: Record<Trend['kind'], string> = {
  xmr: 'process chart',
  run: 'trial run chart, too few points for limits',
  line: 'values without limits',
};

/**
 * A measure over time: the points with gaps where there is none, their mean or median, the limits of chance, the
 * target. Undefined where fewer than two points can be shown.
 */
export function trendChart(measured: Measured): Chart | undefined {
  const { document, words, result, title } = measured;
  const { trend, target } = result;
  if (trend === undefined || shownPoints(trend).length < 2) return undefined;
  const definition = document.definitions[words.id];
  const quantity = trendQuantity(result);
  const drawsTarget = quantity === 'share' ? isShare(target) : target !== undefined;
  const spec: TrendSpec = {
    kind: 'trend',
    axis: definition?.cohort ?? words.axis,
    quantity,
    points: trendPoints(trend, definition?.direction ?? 'neutral'),
    ...centreOf(trend),
    ...(trend.limits ? { limits: trend.limits } : {}),
    ...(drawsTarget && target ? { target: target.value } : {}),
  };
  const heading = `${title} by ${trend.every}: ${TITLES[trend.kind]}`;
  const note = leftOutInWords(missing(trend), Infinity);
  return {
    kind: 'chart',
    id: `${words.id}.trend`,
    title: heading,
    alt: [`Chart: ${heading}.`, ...toldOf(trend, spec), ...(note ? [note] : [])].join(' '),
    ...(note ? { note } : {}),
    spec,
  };
}

/** Every period from the first point to the last, null where there is no value. */
export function trendPoints(trend: Trend, direction: Parameters<typeof toneOf>[1]): TrendSpec['points'] {
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byPeriod = new Map(trend.points.map((point) => [point.period, point]));
  return periodsBetween(first.period, last.period).map((period) => {
    const point = byPeriod.get(period);
    const label = periodOnAxis(period);
    if (point?.state !== 'estimated') return { label, value: null };
    const { value, signal } = point;
    if (signal === undefined) return { label, value };
    const side = isHigh(signal) ? 'high' : 'low';
    return { label, value, signal: { side, tone: toneOf(signal, direction), rule: RULES[signal.rule] } };
  });
}

/** The mean or the median of the points. */
export function centreOf({ mean, median }: Trend): Pick<TrendSpec, 'centre'> {
  if (mean !== undefined) return { centre: { label: 'Mean', value: mean } };
  return median === undefined ? {} : { centre: { label: 'Median', value: median } };
}

/** The periods without a value; those that follow one another for one reason together. */
function missing({ points }: Trend) {
  const runs: { first: string; last: string; absence: Absent }[] = [];
  let before: Absent | undefined;
  for (const point of points) {
    const absence = point.state === 'estimated' ? undefined : point;
    const run = runs.at(-1);
    if (absence && run && before && reasonOf(before) === reasonOf(absence)) run.last = point.period;
    else if (absence) runs.push({ first: point.period, last: point.period, absence });
    before = absence;
  }
  return runs.map(({ first, last, absence }) => ({
    what: first === last ? periodInWords(first) : `${periodInWords(first)} to ${periodInWords(last)}`,
    absence,
  }));
}

/** Everything that is drawn, for those who do not see it. */
function toldOf(trend: Trend, { quantity, centre, limits, target }: TrendSpec): string[] {
  const shown = shownPoints(trend);
  const number = (value: number) => quantityText(quantity, value);
  const signals = shown.flatMap(({ period, signal }) =>
    signal ? [`${periodInWords(period)} (${signalInWords(signal)})`] : [],
  );
  return [
    `${shown.map(({ period, value }) => `${periodInWords(period)} ${number(value)}`).join('; ')}.`,
    ...(centre ? [`${centre.label} ${number(centre.value)}.`] : []),
    ...(limits ? [`Limits ${number(limits.lower)} and ${number(limits.upper)}.`] : []),
    ...(target === undefined ? [] : [`Target ${number(target)}.`]),
    ...(trend.kind === 'xmr' ? [`Signals: ${signals.length ? signals.join('; ') : 'none'}.`] : []),
  ];
}
