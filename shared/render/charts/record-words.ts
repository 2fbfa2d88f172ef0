import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Word } from './drawing.ts';

/**
 * Takes over what a canvas writes: nothing of it is drawn, and all of it is kept as words with their places. The
 * canvas's own text has its characters one by one at places of their own, and loses some.
 *
 * @returns the words so far, in the order in which they were written
 */
export function recordWords(context: SKRSContext2D): () => readonly Word[] {
  const words: Word[] = [];
  rememberFill(context);
  context.fillText = (text: string, x: number, y: number, most?: number) => {
    const { a, b, c, d, e, f } = context.getTransform();
    const level = a === 1 && b === 0;
    const { width } = context.measureText(text);
    words.push({
      text,
      x: level ? x + e : x,
      y: y + toBaseline(context, text) + (level ? f : 0),
      width: Math.min(width, most ?? width),
      anchor: ANCHORS[context.textAlign],
      size: Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 14),
      bold: /\b(?:600|bold)\b/.test(context.font),
      colour: typeof context.fillStyle === 'string' ? context.fillStyle : '#000000',
      ...(level ? {} : { turn: [a, b, c, d, e, f] }),
    });
  };
  return () => words;
}

/** The canvas draws in the colour that was saved, but goes on naming the one that was set last. */
function rememberFill(context: SKRSContext2D): void {
  const saved: SKRSContext2D['fillStyle'][] = [];
  const [save, restore] = [context.save.bind(context), context.restore.bind(context)];
  context.save = () => {
    saved.push(context.fillStyle);
    save();
  };
  context.restore = () => {
    restore();
    context.fillStyle = saved.pop() ?? context.fillStyle;
  };
}

const ANCHORS = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' } as const;

/** Pixels from where a text is put down to the line that its letters stand on. */
function toBaseline(context: SKRSContext2D, text: string): number {
  const { textBaseline } = context;
  const above = context.measureText(text).fontBoundingBoxAscent;
  context.textBaseline = 'alphabetic';
  const whole = context.measureText(text).fontBoundingBoxAscent;
  context.textBaseline = textBaseline;
  return whole - above;
}
