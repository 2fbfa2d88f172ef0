import type { Cell } from '../blocks.ts';
import { cellText } from '../cells.ts';
import type { Disclosure } from '../wording/counted.ts';

/**
 * One number as a sentence, where a table would be all head; what a label says after a colon follows in brackets.
 *
 * @example numberSentence('Left out: not started', { kind: 'count', value: 10 }, 'lt5') // 'Left out: 10 (not started).'
 */
export function numberSentence(label: string, cell: Cell, disclosure: Disclosure): string {
  const [subject = '', ...of] = label.split(': ');
  const rounded = disclosure === 'hes7round5' && cell.kind === 'count' && cell.value > 0;
  const detail = of.length ? ` (${of.join(': ')})` : '';
  return `${subject}: ${rounded ? 'about ' : ''}${cellText(cell)}${detail}.`;
}
