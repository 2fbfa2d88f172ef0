import type { MeasureResult, OutcomeDocument } from '../../outcomes/document.ts';
import type { MeasureWords } from '../measure-words.ts';
import { counted } from './counted.ts';
import { headlineFigure } from './headline-figure.ts';
import { followedInWords } from './incidence-answer.ts';

/** How many stand behind a measure's headline, as far as it can be told. */
export function basisInWords(
  words: MeasureWords,
  result: MeasureResult,
  disclosure: OutcomeDocument['disclosure'],
): string {
  switch (result.kind) {
    case 'survival': {
      const { day } = headlineFigure(words, result);
      const point = result.points.find((one) => one.day === day);
      const events =
        point?.state === 'estimated' && typeof point.events === 'number'
          ? `; ${counted(point.events, ['event', 'events'], disclosure)} by day ${point.day}`
          : '';
      return `${counted(result.journeys, words.unit, disclosure)}${events}`;
    }
    case 'incidence':
      return followedInWords(result, disclosure);
    case 'proportion':
      if (result.state === 'estimated') return counted(result.denominator, words.unit, disclosure);
      return result.state === 'suppressed' ? 'withheld [c]' : 'nobody was eligible';
  }
}
