import type { Block } from '../../report/blocks.ts';
import { signSvg } from './icons-data.ts';

const NARROW_TERM = 6;
const WIDE_TERM = 16;
/** Characters of a line beside terms, and the lines that are kept together on one page. */
const LINE = 60;
const PAGE_LINES = 36;

/** Terms and their texts as the template reads them: kept together, unless they could be longer than a page. */
export function definitionsData(
  { kind, items }: Extract<Block, { kind: 'definitions' }>,
  words: (text: string) => string,
) {
  const lines = items.reduce((sum, { text }) => sum + linesOf(text), 0);
  return {
    kind,
    width: widthFor(Math.max(0, ...items.map(({ term }) => term.length))),
    long: lines > PAGE_LINES,
    items: items.map(({ term, icon, text }) => ({
      term: words(term),
      icon: icon === undefined ? null : signSvg(icon),
      text: words(text),
      long: linesOf(text) > PAGE_LINES,
    })),
  };
}

/** Centimetres for the terms. */
function widthFor(longest: number): number {
  if (longest <= NARROW_TERM) return 0.9;
  return longest <= WIDE_TERM ? 3 : 5;
}

const linesOf = (text: string): number => Math.max(1, Math.ceil(text.length / LINE));
