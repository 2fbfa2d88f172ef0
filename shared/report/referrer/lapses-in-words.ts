import type { LapseFacts } from '../../outcomes/reports/lapse-facts.ts';
import { listInWords } from '../list-in-words.ts';
import { counted } from './counted.ts';

const ENDS: readonly (readonly [LapseFacts['outcome'], readonly [string, string]])[] = [
  ['recovered', ['ended with the return to the groups', 'ended with the return to the groups']],
  ['relapsed', ['became a relapse', 'became a relapse']],
  ['exited', ['ended as the person left', 'ended as the person left']],
  ['open', ['is still being worked on', 'are still being worked on']],
];

/**
 * The lapses in a sentence.
 *
 * @example lapsesInWords(lapses) // '2 lapses are recorded: 1 ended with the return to the groups and 1 is still being worked on.'
 */
export function lapsesInWords(lapses: readonly LapseFacts[]): string {
  if (lapses.length === 0) return 'No lapse is recorded.';
  const ends = ENDS.flatMap(([wanted, forms]) => {
    const count = lapses.filter(({ outcome }) => outcome === wanted).length;
    return count === 0 ? [] : [counted(count, forms)];
  });
  return `${counted(lapses.length, ['lapse is', 'lapses are'])} recorded: ${listInWords(ends)}.`;
}
