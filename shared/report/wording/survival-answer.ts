import type { Median, SurvivalFigure } from '../../outcomes/document.ts';
import { formatDays, formatMarks, formatPercent } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { headlineFigure } from './headline-figure.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

/** The answer of a survival measure: its share at the headline day, or why there is none. */
export function survivalAnswer(
  words: MeasureWords,
  result: SurvivalFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  const { day = 0 } = headlineFigure(words, result);
  const point = result.points.find((one) => one.day === day);
  if (point === undefined) return [absentInWords({ state: 'unavailable', reason: 'no-eligible' })];
  if (point.state !== 'estimated') return [absentInWords(point, `figure for day ${day}`)];
  const share = formatPercent(point.value) + formatMarks(point.marks);
  const interval = intervalInWords(point.lower, point.upper);
  const followed = counted(result.journeys, words.unit, disclosure);
  return [
    `The estimated chance of ${words.what} to day ${day} is ${share} ${interval}, from ${followed}.`,
    ...marksInWords(point.marks),
  ];
}

const atLeast = (lower: number | undefined): string =>
  lower === undefined ? '' : ` (lower 95% limit ${formatDays(lower)})`;

/** How long it is until half have had the event. */
export function medianInWords(median: Median): string {
  if (median.state === 'unavailable' && median.reason === 'not-reached')
    return `The median time until the first such event is not reached [x]: by the longest follow-up, fewer than half have had one${atLeast(median.lower)}.`;
  if (median.state !== 'estimated') return absentInWords(median, 'median time until the first such event');
  const limit = (value: number | null | undefined) =>
    typeof value === 'number' ? formatDays(value) : 'not reached [x]';
  const interval = `95% interval ${limit(median.lower)} to ${limit(median.upper)}`;
  return `The median time until the first such event is ${formatDays(median.value)}${formatMarks(median.marks)} (${interval}).`;
}
