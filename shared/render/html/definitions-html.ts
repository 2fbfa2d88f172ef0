import { escaped } from '../escaped.ts';
import { markId } from './ids.ts';

const MARK = /^\[[a-z]\]$/;

/** Terms with their texts; that of a mark is where tables lead to. */
export const definitionsHtml = (items: readonly { term: string; text: string }[]): string =>
  `<dl>
${items
  .map(
    ({ term, text }) =>
      `<div${MARK.test(term) ? ` id="${markId(term)}"` : ''}><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`,
  )
  .join('\n')}
</dl>`;
