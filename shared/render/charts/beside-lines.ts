import type { SKRSContext2D } from '@napi-rs/canvas';
import { INK } from './palette.ts';
import { LABEL_FONT } from './plot.ts';

const APART = 16;

/** Labels of level lines at their right ends, in the order of the lines and moved apart where they would touch. */
export function besideLines(
  context: SKRSContext2D,
  lines: readonly { words: string; y: number }[],
  left: number,
): void {
  context.font = LABEL_FONT;
  context.fillStyle = INK;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { words, y } of movedApart(lines)) context.fillText(words, left, y);
}

/**
 * Labels at least one line apart, each as near to its own level as that leaves.
 *
 * @example movedApart([{ y: 100 }, { y: 104 }]) // [{ y: 94 }, { y: 110 }]
 */
export function movedApart<Label extends { y: number }>(labels: readonly Label[]): Label[] {
  const blocks: { labels: Label[]; top: number }[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    blocks.push({ labels: [label], top: label.y });
    for (let [above, below] = blocks.slice(-2); above && below; [above, below] = blocks.slice(-2)) {
      if (above.top + above.labels.length * APART <= below.top) break;
      const together = [...above.labels, ...below.labels];
      const middle = together.reduce((sum, { y }) => sum + y, 0) / together.length;
      blocks.splice(-2, 2, { labels: together, top: middle - ((together.length - 1) * APART) / 2 });
    }
  }
  return blocks.flatMap(({ labels: own, top }) => own.map((label, i) => ({ ...label, y: top + i * APART })));
}
