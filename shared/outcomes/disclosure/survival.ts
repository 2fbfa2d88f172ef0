import type { ComputedSurvival, ComputedSurvivalPoint } from '../computed.ts';
import type { SurvivalFigure, SurvivalPoint } from '../document.ts';
import { chooseShown } from './choose-shown.ts';
import { flowIsSafe } from './flow-is-safe.ts';
import { type Hidden, type UnitName, WHOLE } from './hidden.ts';
import { hideWithin } from './hide-within.ts';
import { discloseMedian } from './median.ts';
import { optionalMarks } from './optional-marks.ts';
import { orderOfDays } from './order-of-days.ts';
import { SUPPRESSED } from './rule.ts';

/** Whether a number of people is too small to be told. */
type IsSmall = (people: number) => boolean;

/**
 * What is small in a survival figure. A reported day goes when the events up to it, the journeys without one, or the
 * events since the reported day before it that is shown are of few people; the total of events is treated as the day
 * after all days. The number at risk goes alone when it is small, or the censored between two shown ones are, or what
 * is left of it after the events until a later shown day, where it is hidden. The parts add up to the events, so they
 * are hidden so that none can be had by subtraction.
 */
export function hideInSurvival(figure: ComputedSurvival, isSmall: IsSmall): Hidden {
  const { journeys, points } = figure;
  if (isSmall(journeys.people)) return WHOLE;

  const order = orderOfDays(
    points.map(({ day }) => day),
    figure.headlineDay,
  );
  const days = order.map((index) => index + 1).filter((node) => points[node - 1]?.state === 'estimated');
  const end = points.length + 1;
  const shown = chooseShown(
    [...days.slice(0, 2), end, ...days.slice(2)],
    (nodes) =>
      nodes.every((node) => nodeIsSafe(figure, node, isSmall)) &&
      flowIsSafe(figure.eventFlow, nodes, isSmall),
  );
  const endShown = shown.filter((node) => node === end);
  const atRisk = chooseShown(
    days.filter((node) => shown.includes(node)),
    (nodes) =>
      nodes.every((node) => !isSmall(atRiskOf(points[node - 1]))) &&
      flowIsSafe(figure.censoredFlow, [...nodes, ...endShown], isSmall) &&
      boundsAreSafe(figure, nodes, shown, isSmall),
  );
  const hiddenNodes = [...days, end].filter((node) => !shown.includes(node));
  return new Set<UnitName>([
    ...hiddenNodes.map((node) => `node:${node}` as const),
    ...days.filter((node) => !atRisk.includes(node)).map((node) => `at-risk:${node}` as const),
    ...hiddenParts(figure, endShown.length > 0, isSmall).map((part) => `part:${part}` as const),
  ]);
}

/**
 * A survival figure without what is hidden. The number at risk goes with its day, the parts with the total of events,
 * and so does the median, and where it would tell what is hidden.
 */
export function writeSurvival(figure: ComputedSurvival, hidden: Hidden, isSmall: IsSmall): SurvivalFigure {
  if (hidden.has('figure')) return withheld(figure);
  const { journeys, events, parts, points } = figure;
  const end = points.length + 1;
  const isShown = (node: number) => !hidden.has(`node:${node}`);
  const shown = [...points.keys()]
    .map((index) => index + 1)
    .filter((node) => points[node - 1]?.state === 'estimated' && isShown(node));
  const totalShown = isShown(end);
  return {
    kind: 'survival',
    journeys: journeys.count,
    events: totalShown ? events.count : SUPPRESSED,
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, { count }]) => [
        part,
        totalShown && !hidden.has(`part:${part}`) ? count : SUPPRESSED,
      ]),
    ),
    points: points.map((point, index) =>
      disclosePoint(point, isShown(index + 1), !hidden.has(`at-risk:${index + 1}`)),
    ),
    median: medianTells(figure, totalShown ? [...shown, end] : shown)
      ? SUPPRESSED
      : discloseMedian(figure.median, isSmall),
  };
}

function nodeIsSafe(figure: ComputedSurvival, node: number, isSmall: IsSmall): boolean {
  const point = figure.points[node - 1];
  if (point === undefined) return !isSmall(figure.events.people) && !isSmall(figure.complement);
  return point.state === 'estimated' && !isSmall(point.events.people) && !isSmall(point.complement);
}

/**
 * A number at risk less the events until a later day is the most that can be at risk then: beside a hidden number
 * at risk it must not be small itself.
 */
function boundsAreSafe(
  { freeFlow }: ComputedSurvival,
  atRiskShown: readonly number[],
  shown: readonly number[],
  isSmall: IsSmall,
): boolean {
  const later = shown.filter((node) => !atRiskShown.includes(node));
  return atRiskShown.every((from) => later.every((to) => to < from || !isSmall(freeFlow[from]?.[to] ?? 0)));
}

/**
 * Whether a median tells what is hidden: by the day on which half had their event, or that there was none, the total
 * of events is known nearly or wholly; a day between two shown ones bounds the events of a hidden one between them.
 * A limit is the same of another share.
 */
function medianTells({ median, points }: ComputedSurvival, shown: readonly number[]): boolean {
  if (median.state === 'unavailable' && median.reason !== 'not-reached') return false;
  if (!shown.includes(points.length + 1)) return true;
  const times = median.state === 'estimated' ? [median.value, median.lower, median.upper] : lowerOf(median);
  return times.some((time) => {
    if (time === null || time === undefined) return false;
    const isShown = (_point: ComputedSurvivalPoint, index: number) => shown.includes(index + 1);
    const from = points.findLastIndex((point, index) => isShown(point, index) && point.day < time);
    const to = points.findIndex((point, index) => isShown(point, index) && point.day >= time);
    return points.slice(from + 1, to === -1 ? points.length : to).some(({ state }) => state === 'estimated');
  });
}

function lowerOf(median: Extract<ComputedSurvival['median'], { state: 'unavailable' }>): readonly number[] {
  return 'lower' in median ? [median.lower] : [];
}

function atRiskOf(point: ComputedSurvivalPoint | undefined): number {
  return point?.state === 'estimated' ? point.atRisk.people : 0;
}

/** The parts to hide; with the total of events all of them go. */
function hiddenParts({ parts }: ComputedSurvival, totalShown: boolean, isSmall: IsSmall): string[] {
  const entries = Object.entries(parts);
  const hidden = hideWithin(
    entries.map(([, { people }]) => ({ people, hidden: !totalShown || isSmall(people) })),
  );
  return entries.flatMap(([name], index) => (hidden[index] === true ? [name] : []));
}

function disclosePoint(point: ComputedSurvivalPoint, shown: boolean, atRiskShown: boolean): SurvivalPoint {
  const { day } = point;
  if (point.state === 'unavailable') return point;
  if (!shown) return { day, ...SUPPRESSED };
  const { value, lower, upper, events, atRisk, marks } = point;
  return {
    day,
    state: 'estimated',
    value,
    lower,
    upper,
    atRisk: atRiskShown ? atRisk.count : SUPPRESSED,
    events: events.count,
    ...optionalMarks(marks),
  };
}

function withheld({ parts, points }: ComputedSurvival): SurvivalFigure {
  return {
    kind: 'survival',
    journeys: SUPPRESSED,
    events: SUPPRESSED,
    parts: Object.fromEntries(Object.keys(parts).map((part) => [part, SUPPRESSED])),
    points: points.map(({ day }) => ({ day, ...SUPPRESSED })),
    median: SUPPRESSED,
  };
}
