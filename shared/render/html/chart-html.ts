import type { Chart } from '../../report/blocks.ts';
import type { Drawing, Word } from '../charts/drawing.ts';
import { escaped } from './escaped.ts';
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

const drawingHtml = (id: string, title: string, alt: string, { width, height, shapes, words }: Drawing) =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-name" aria-describedby="${id}-alt">
<title id="${id}-name">${escaped(title)}</title><desc id="${id}-alt">${escaped(alt)}</desc>
${shapes.replace(/\bclip\d+\b/g, (name) => `${id}-${name}`)}
${words.map(wordHtml).join('')}
</svg>`;

/** It is set as wide as it was measured, whatever typeface the reader's machine has for it. */
function wordHtml({ text, x, y, width, anchor, size, bold, colour, turn }: Word): string {
  const looks = [
    `x="${tenths(x)}" y="${tenths(y)}" fill="${escaped(colour)}" font-size="${size}"`,
    `textLength="${tenths(width)}" lengthAdjust="spacingAndGlyphs"`,
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(bold ? ['font-weight="600"'] : []),
    ...(turn === undefined ? [] : [`transform="matrix(${turn.map(tenThousandths).join(' ')})"`]),
  ];
  return `<text ${looks.join(' ')}>${escaped(text)}</text>`;
}

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;
const tenThousandths = (part: number): number => Math.round(part * 10_000) / 10_000;
