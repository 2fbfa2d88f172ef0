import type { RateFigure } from '../../outcomes/document.ts';
import { formatMarks, formatRate, formatTenths } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

/** The answer of a rate: so many events a person-week with its interval, and the events and time behind it. */
export function rateAnswer(
  { what, unit }: MeasureWords,
  figure: RateFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure)];
  const { value, lower, upper, events, exposure, marks } = figure;
  return [
    `${formatRate(value)}${formatMarks(marks)} ${what} a person-week ${intervalInWords(lower, upper, 'rate')}: ${counted(events, unit, disclosure)} in ${formatTenths(exposure)} person-weeks.`,
    ...marksInWords(marks),
  ];
}
