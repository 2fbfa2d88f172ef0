import type { CountFigure } from '../../outcomes/document.ts';
import { formatMarks } from '../../render/format.ts';
import { raised } from '../first-letter.ts';
import type { MeasureWords } from '../measure-words.ts';
import { absentInWords } from './absent.ts';
import { counted, type Disclosure } from './counted.ts';
import { marksInWords } from './marks.ts';

/** The answer of a count: the number of people or things, and what they are. */
export function countAnswer(
  { what, unit }: MeasureWords,
  figure: CountFigure,
  disclosure: Disclosure,
): [string, ...string[]] {
  if (figure.state !== 'estimated') return [absentInWords(figure, 'number')];
  const number = figure.value === 0 ? `No ${unit[1]}` : raised(counted(figure.value, unit, disclosure));
  return [`${number} ${what}${formatMarks(figure.marks)}.`, ...marksInWords(figure.marks)];
}
