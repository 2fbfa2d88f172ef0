import type { RateFigure } from '../../outcomes/document.ts';
import { formatMarks, formatRate } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { exposureInWords } from './exposure.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

/** The answer of a rate: so many events in each person-week with its interval, and the events and time behind it. */
export function rateAnswer({ what }: MeasureWords, figure: RateFigure): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure)];
  const { value, lower, upper, marks } = figure;
  const rate = `${formatRate(value)}${formatMarks(marks)}`;
  return [
    `In each person-week ${rate} ${what} ${intervalInWords(lower, upper, 'rate')}: ${exposureInWords(figure)}.`,
    ...marksInWords(marks),
  ];
}
