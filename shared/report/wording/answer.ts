import type { MeasureResult } from '../../outcomes/document.ts';
import type { MeasureWords } from '../measure-words.ts';
import type { Disclosure } from './counted.ts';
import { countAnswer } from './count-answer.ts';
import { incidenceAnswer } from './incidence-answer.ts';
import { meanAnswer } from './mean-answer.ts';
import { proportionAnswer } from './proportion-answer.ts';
import { rateAnswer } from './rate-answer.ts';
import { survivalAnswer } from './survival-answer.ts';

/** The answer to a measure's question in plain words: one sentence with the figure, then what to know about it. */
export function answerOf(
  words: MeasureWords,
  result: MeasureResult,
  disclosure: Disclosure,
): [string, ...string[]] {
  switch (result.kind) {
    case 'survival':
      return survivalAnswer(words, result, disclosure);
    case 'incidence':
      return incidenceAnswer(words, result, disclosure);
    case 'proportion':
      return proportionAnswer(words, result, disclosure);
    case 'count':
      return countAnswer(words, result, disclosure);
    case 'mean':
      return meanAnswer(words, result, disclosure);
    case 'rate':
      return rateAnswer(words, result);
  }
}
