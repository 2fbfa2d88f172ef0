import type { MeanFigure } from '../../outcomes/document.ts';
import { formatMarks } from '../../render/format.ts';
import type { MeasureWords } from '../measure-words.ts';
import { quantityText } from '../quantity.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { intervalInWords } from './interval.ts';
import { marksInWords } from './marks.ts';

/** The answer of a mean: its value, what it is of, its interval, and of how many values. */
export function meanAnswer(
  { what, unit }: MeasureWords,
  figure: MeanFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure)];
  const { value, lower, upper, values, marks } = figure;
  const number = quantityText(figure.unit, value);
  const mean = `${number}${figure.unit === 'points' ? ' points' : ''}${formatMarks(marks)}`;
  return [
    `On average, ${mean}: ${what} ${intervalInWords(lower, upper, figure.unit)}, from ${counted(values, unit, disclosure)}.`,
    ...marksInWords(marks),
  ];
}
