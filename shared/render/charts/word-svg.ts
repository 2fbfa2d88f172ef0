import { escaped } from '../escaped.ts';
import type { Word } from './drawing.ts';

/** A word of a drawing as an SVG text; `looks` are attributes that a writer adds. */
export function wordSvg({ text, x, y, anchor, size, bold, colour, turn }: Word, ...looks: string[]): string {
  const all = [
    `x="${tenths(x)}" y="${tenths(y)}" fill="${escaped(colour)}" font-size="${size}"`,
    ...looks,
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(bold ? ['font-weight="600"'] : []),
    ...(turn === undefined ? [] : [`transform="matrix(${turn.map(tenThousandths).join(' ')})"`]),
  ];
  return `<text ${all.join(' ')}>${escaped(text)}</text>`;
}

export const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;
const tenThousandths = (part: number): number => Math.round(part * 10_000) / 10_000;
