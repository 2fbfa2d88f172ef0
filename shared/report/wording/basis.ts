import type { MeasureResult, OutcomeDocument } from '../../outcomes/document.ts';
import { reasonOf } from '../absence.ts';
import type { MeasureWords } from '../measure-words.ts';
import { counted } from './counted.ts';
import { exposureInWords } from './exposure.ts';
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
    default:
      if (result.state === 'suppressed') return 'withheld [c]';
      if (result.state === 'unavailable') return reasonOf(result).replace(/ \[x\]$/, '');
      return result.kind === 'rate'
        ? exposureInWords(result)
        : counted(basisOf(result), words.unit, disclosure);
  }
}

function basisOf(result: Extract<Exclude<MeasureResult, { kind: 'rate' }>, { state: 'estimated' }>): number {
  switch (result.kind) {
    case 'proportion':
      return result.denominator;
    case 'count':
      return result.value;
    case 'mean':
      return result.values;
  }
}
