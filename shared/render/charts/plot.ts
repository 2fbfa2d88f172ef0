import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Chart, ChartConfiguration } from 'chart.js';
import { CHART_FONT } from './chart-js.ts';
import { GRID, INK, SOFT_INK } from './palette.ts';

/** A chart to draw: what Chart.js draws, and what is then drawn over it. Pixels. */
export type Plot = {
  /** 680 where it is not said. */
  width?: number;
  height: number;
  config: ChartConfiguration<'scatter' | 'bar'>;
  annotate: (context: SKRSContext2D, chart: Chart<'scatter' | 'bar'>) => void;
};

export const LABEL_FONT = `600 14px '${CHART_FONT}'`;

/** A scale of shares, 0 to 100%. */
export const shareScale = {
  type: 'linear',
  min: 0,
  max: 1,
  border: { color: SOFT_INK },
  grid: { color: GRID },
  ticks: { stepSize: 0.2, callback: (share: number | string) => `${Math.round(Number(share) * 100)}%` },
} as const;

/** A title over the plot, at its left, in place of one that would run up the axis; with room for a line below it. */
export const axisTitle = (text: string, below = 0) =>
  ({
    display: true,
    text: wrapped(text, 600),
    align: 'start',
    color: SOFT_INK,
    font: { size: 14, weight: 'normal' },
    padding: { top: 0, bottom: 12 + below },
  }) as const;

const ruler = createCanvas(1, 1).getContext('2d');
ruler.font = `14px '${CHART_FONT}'`;

/** A text in lines of at most so many pixels; a word that is wider is broken. */
export function wrapped(text: string, most: number): string[] {
  const fits = (line: string) => ruler.measureText(line).width <= most;
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last ? `${last} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else {
      if (last) lines.push('');
      for (const character of word) {
        const line = (lines.at(-1) ?? '') + character;
        if (fits(line)) lines[lines.length - 1] = line;
        else lines.push(character);
      }
    }
  }
  return lines;
}

/** A line between two points, with a bar across each end, as an interval is drawn. */
export function whisker(
  context: SKRSContext2D,
  from: { x: number; y: number },
  to: { x: number; y: number },
  colour: string,
): void {
  const across = from.x === to.x ? { x: 6, y: 0 } : { x: 0, y: 6 };
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  for (const end of [from, to]) {
    context.moveTo(end.x - across.x, end.y - across.y);
    context.lineTo(end.x + across.x, end.y + across.y);
  }
  context.stroke();
}

/** A dashed line with nothing at its ends: a target. */
export function dashed(
  context: SKRSContext2D,
  from: { x: number; y: number },
  to: { x: number; y: number },
): void {
  context.save();
  context.setLineDash([5, 4]);
  context.strokeStyle = INK;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.restore();
}
