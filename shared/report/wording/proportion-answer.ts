import type { ProportionFigure } from '../../outcomes/document.ts';
import { formatCount, formatMarks, formatPercent } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted } from './counted.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

const FEW = 10;

/** The answer of a proportion: the count first; a percentage only where ten or more are behind it. */
export function proportionAnswer(
  { what, unit }: MeasureWords,
  figure: ProportionFigure,
): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure)];
  const { numerator, denominator, value, lower, upper, marks } = figure;
  const who = `${share(numerator, denominator)} ${counted(denominator, unit)} ${what}`;
  const percentage = `${formatPercent(value)}${formatMarks(marks)} ${intervalInWords(lower, upper)}`;
  return [
    denominator < FEW ? `${who}${formatMarks(marks)}.` : `${who}: ${percentage}.`,
    ...marksInWords(marks),
  ];
}

function share(numerator: number, denominator: number): string {
  if (numerator === 0) return 'None of';
  return numerator === denominator ? 'All' : `${formatCount(numerator)} of`;
}
