import type { ProportionFigure } from '../../outcomes/document.ts';
import { formatCount, formatMarks, formatPercent } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

const FEW = 10;
const NO_INTERVAL = 'No interval is given: several of those counted can be of one person.';

/** The answer of a proportion: the count first; a percentage only where ten or more are behind it. */
export function proportionAnswer(
  { what, unit }: MeasureWords,
  figure: ProportionFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure)];
  const { numerator, denominator, value, lower, upper, method, marks } = figure;
  const who = `${share(numerator, denominator, disclosure)} ${counted(denominator, unit, disclosure)} ${what}`;
  const interval = method === 'none' ? '' : ` ${intervalInWords(lower, upper)}`;
  const percentage = `${formatPercent(value)}${formatMarks(marks)}${interval}`;
  return [
    denominator < FEW ? `${who}${formatMarks(marks)}.` : `${who}: ${percentage}.`,
    ...(method === 'none' && denominator >= FEW ? [NO_INTERVAL] : []),
    ...marksInWords(marks),
  ];
}

/** Rounded numbers that are equal need not be all. */
function share(numerator: number, denominator: number, disclosure: Disclosure): string {
  if (numerator === 0) return 'None of';
  if (disclosure === 'hes7round5') return `About ${formatCount(numerator)} of`;
  return numerator === denominator ? 'All' : `${formatCount(numerator)} of`;
}
