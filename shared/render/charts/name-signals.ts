import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Scale } from 'chart.js';
import type { TrendSpec } from '../../report/blocks.ts';
import { type Box, labelPlace } from './label-place.ts';
import { LABEL_FONT } from './plot.ts';
import { TONES } from './signal-looks.ts';
import { trendLines } from './trend-lines.ts';

const HALF_LINE = 8;
const SMALL_FONT = LABEL_FONT.replace('14px', '12px');

/** The rule behind the last of each run of signals, beside it: the table has that of every one. */
export function nameSignals(context: SKRSContext2D, spec: TrendSpec, x: Scale, y: Scale): void {
  const { points } = spec;
  context.font = SMALL_FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const taken: Box[] = [
    ...points.flatMap(({ value }, i) => {
      if (value === null) return [];
      const at = { x: x.getPixelForValue(i), y: y.getPixelForValue(value) };
      return [{ left: at.x - 6, right: at.x + 6, top: at.y - 6, bottom: at.y + 6 }];
    }),
    ...trendLines(spec).map(({ value }) => {
      const level = y.getPixelForValue(value);
      return { left: x.left, right: x.right, top: level - 2, bottom: level + 2 };
    }),
  ];
  points.forEach(({ value, signal }, i) => {
    if (value === null || !signal || points[i + 1]?.signal?.side === signal.side) return;
    const { width } = context.measureText(signal.rule);
    const [middle, level] = [x.getPixelForValue(i), y.getPixelForValue(value)];
    const away = signal.side === 'high' ? -1 : 1;
    const place = (left: number, up: number) => ({
      left,
      right: left + width,
      top: level + up - HALF_LINE,
      bottom: level + up + HALF_LINE,
      y: level + up,
    });
    const start = Math.min(middle - width / 2, x.right - width);
    const chosen = labelPlace(
      [
        place(start, away * 17),
        place(start, away * -17),
        place(middle - width - 10, 0),
        place(start, away * 30),
      ],
      taken,
    );
    context.fillStyle = TONES[signal.tone].colour;
    context.fillText(signal.rule, chosen.left, chosen.y);
    taken.push(chosen);
  });
}
