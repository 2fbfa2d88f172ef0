import type { Block } from './blocks.ts';
import type { Measured } from './measured.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { targetInWords } from './wording/target.ts';
import { trendInWords } from './wording/trend.ts';

/** Whom the services saw at all: what a commissioner looks at first. */
const CASELOAD = 'caseload';

/** What the first page says of the measures after the headlines: the caseload, targets, and signals over time. */
export function newsBlocks(further: readonly Measured[]): Block[] {
  const items = further.flatMap(newsOf);
  return items.length
    ? [
        { kind: 'heading', text: 'From the other measures' },
        { kind: 'list', items },
      ]
    : [];
}

function newsOf({ document, words, result, title }: Measured): string[] {
  const { target, trend } = result;
  const signal = trend?.variation !== undefined && trend.variation !== 'common-cause';
  if (words.id !== CASELOAD && target === undefined && !signal) return [];
  const [answer] = answerOf(words, result, document.disclosure);
  const more = [
    target && targetInWords(target, headlineFigure(words, result)),
    ...(signal ? trendInWords(result, document.definitions[words.id]?.direction) : []),
  ].filter((sentence) => sentence !== undefined);
  return [`${title}: ${[answer, ...more].join(' ')}`];
}
