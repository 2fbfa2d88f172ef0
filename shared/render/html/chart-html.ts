import type { Chart } from '../../report/blocks.ts';
import type { Drawing, Word } from '../charts/drawing.ts';
import { tenths, wordSvg } from '../charts/word-svg.ts';
import { escaped } from '../escaped.ts';
import { chartId } from './ids.ts';

/** A drawn chart under its title, with its alternative text; on a narrow page it is moved sideways, not shrunk. */
export function chartHtml({ id, title, alt, note }: Chart, drawing: Drawing | undefined): string {
  const own = chartId(id);
  return `<figure>
<figcaption id="${own}-title">${escaped(title)}</figcaption>
<div class="scroll" role="group" aria-labelledby="${own}-title" tabindex="0">
${drawing === undefined ? '' : drawingHtml(own, title, alt, drawing)}
</div>${note === undefined ? '' : `\n<p class="small">${escaped(note)}</p>`}
</figure>`;
}

/** A drawing as an image with a name and an alternative text. */
export const drawingHtml = (
  id: string,
  title: string,
  alt: string,
  { width, height, shapes, words }: Drawing,
) =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-name" aria-describedby="${id}-alt">
<title id="${id}-name">${escaped(title)}</title><desc id="${id}-alt">${escaped(alt)}</desc>
${shapes.replace(/\bclip\d+\b/g, (name) => `${id}-${name}`)}
${words.map(wordHtml).join('')}
</svg>`;

/** It is set as wide as it was measured, whatever typeface the reader's machine has for it. */
const wordHtml = (word: Word): string =>
  wordSvg(word, `textLength="${tenths(word.width)}" lengthAdjust="spacingAndGlyphs"`);
