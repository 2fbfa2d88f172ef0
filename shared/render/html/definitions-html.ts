import type { Defined } from '../../report/blocks.ts';
import { escaped } from '../escaped.ts';
import { iconHtml } from './icons-html.ts';
import { markId } from './ids.ts';

const MARK = /^\[[a-z]\]$/;

/** Terms with their texts; that of a mark is where tables lead to. */
export const definitionsHtml = (items: readonly Defined[]): string =>
  `<dl>
${items
  .map(
    ({ term, icon, text }) =>
      `<div${MARK.test(term) ? ` id="${markId(term)}"` : ''}><dt>${icon ? `${iconHtml(icon)} ` : ''}${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`,
  )
  .join('\n')}
</dl>`;
