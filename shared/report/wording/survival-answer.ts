import type { Median, SurvivalFigure } from '../../outcomes/document.ts';
import { formatDays, formatMarks, formatPercent } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted } from './counted.ts';
import { headlineFigure } from './headline-figure.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

/** The answer of a survival measure: its share at the headline day, or at the last day before it that has one. */
export function survivalAnswer(words: MeasureWords, result: SurvivalFigure): [string, ...string[]] {
  const { day = 0 } = headlineFigure(words, result);
  const wanted = result.points.find((point) => point.day === day);
  if (wanted?.state === 'estimated') return shareAt(words, result, wanted);
  const why = wanted
    ? absentInWords(wanted).replace('figure', `figure for day ${day}`)
    : absentInWords({ state: 'unavailable', reason: 'no-eligible' });
  const earlier = result.points.filter((point) => point.state === 'estimated' && point.day < day).at(-1);
  return earlier?.state === 'estimated' ? [why, ...shareAt(words, result, earlier)] : [why];
}

function shareAt(
  { what, unit }: MeasureWords,
  { journeys }: SurvivalFigure,
  point: Extract<SurvivalFigure['points'][number], { state: 'estimated' }>,
): [string, ...string[]] {
  const share = formatPercent(point.value) + formatMarks(point.marks);
  const interval = intervalInWords(point.lower, point.upper);
  return [
    `The estimated chance of ${what} to day ${point.day} is ${share} ${interval}, from ${counted(journeys, unit)}.`,
    ...marksInWords(point.marks),
  ];
}

/** How long it is until half have had the event. */
export function medianInWords(median: Median): string {
  if (median.state === 'suppressed') return 'The median time until the first such event is withheld [c].';
  if (median.state === 'unavailable')
    return median.reason === 'not-reached'
      ? 'The median time until the first such event is not reached [x]: by the longest follow-up, fewer than half have had one.'
      : absentInWords(median).replace('figure', 'median time');
  const limit = (value: number | null | undefined) =>
    typeof value === 'number' ? formatDays(value) : 'not reached [x]';
  const interval = `95% interval ${limit(median.lower)} to ${limit(median.upper)}`;
  return `The median time until the first such event is ${formatDays(median.value)}${formatMarks(median.marks)} (${interval}).`;
}
