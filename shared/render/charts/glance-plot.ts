import type { SKRSContext2D } from '@napi-rs/canvas';
import type { GlanceSpec } from '../../report/blocks.ts';
import { formatPercent } from '../format.ts';
import { ACCENT, GRID, INK, SOFT_INK } from './palette.ts';
import { CHART_FONT } from './chart-js.ts';
import type { Plot } from './plot.ts';
import { COMMON, TARGET, TONES } from './signal-looks.ts';

const WIDTH = 190;
/** The scale with what stands on it, and below it the points. */
const SCALE = { left: 6, right: WIDTH - 6, level: 22, height: 48 };
const POINTS_HEIGHT = 52;
const SMALL = `11px '${CHART_FONT}'`;

/** A share on its scale, with interval and target; below it its points over time, the last one marked. */
export function glancePlot(spec: GlanceSpec): Plot {
  const points = spec.over?.points ?? [];
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.25, 0.02);
  return {
    width: WIDTH,
    height: SCALE.height + (values.length ? POINTS_HEIGHT : 0),
    config: {
      type: 'scatter',
      data: {
        datasets: values.length
          ? [
              {
                data: points.map(({ value }, x) => ({ x, y: value ?? NaN })),
                showLine: true,
                spanGaps: false,
                borderColor: COMMON,
                borderWidth: 1.25,
                backgroundColor: points.map(({ signal }) => (signal ? TONES[signal.tone].colour : COMMON)),
                pointBorderWidth: 0,
                pointStyle: points.map(({ signal }) => (signal ? 'triangle' : 'circle')),
                pointRotation: points.map(({ signal }) => (signal?.side === 'low' ? 180 : 0)),
                pointRadius: points.map(({ signal }, i) => (i === points.length - 1 || signal ? 3 : 1.5)),
                clip: false,
              },
            ]
          : [],
      },
      options: {
        layout: { padding: { top: SCALE.height, left: SCALE.left, right: SCALE.left, bottom: 16 } },
        plugins: { legend: { display: false } },
        scales: {
          x: { display: false, min: 0, max: Math.max(points.length - 1, 1) },
          y: { display: false, min: least - room, max: most + room },
        },
      },
    },
    annotate: (context, { scales: { y } }) => {
      context.font = SMALL;
      drawScale(context, spec);
      if (y && values.length) drawAround(context, spec, y.getPixelForValue.bind(y));
    },
  };
}

function drawScale(context: SKRSContext2D, { value, lower, upper, target }: GlanceSpec): void {
  const at = (share: number) => SCALE.left + share * (SCALE.right - SCALE.left);
  const bar = (from: number, to: number, height: number, colour: string) => {
    context.fillStyle = colour;
    context.fillRect(at(from), SCALE.level - height / 2, at(to) - at(from), height);
  };
  bar(0, 1, 8, GRID);
  if (lower !== null && upper !== null) bar(lower, upper, 8, '#8ec9ea');
  context.fillStyle = ACCENT;
  context.beginPath();
  context.arc(at(value), SCALE.level, 5, 0, 2 * Math.PI);
  context.fill();
  context.textBaseline = 'alphabetic';
  context.fillStyle = SOFT_INK;
  const below = SCALE.level + 18;
  context.textAlign = 'left';
  context.fillText('0%', SCALE.left, below);
  context.textAlign = 'right';
  context.fillText('100%', SCALE.right, below);
  if (target === undefined) return;
  context.strokeStyle = TARGET;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(at(target), SCALE.level - 9);
  context.lineTo(at(target), SCALE.level + 7);
  context.stroke();
  context.fillStyle = INK;
  const words = `Target ${formatPercent(target)}`;
  const half = context.measureText(words).width / 2;
  context.textAlign = 'center';
  context.fillText(words, Math.min(Math.max(at(target), SCALE.left + half), SCALE.right - half), 10);
}

/** The middle of the points as a line, and from when to when they are. */
function drawAround(context: SKRSContext2D, { over }: GlanceSpec, levelOf: (share: number) => number): void {
  if (over === undefined) return;
  if (over.centre) {
    const level = levelOf(over.centre.value);
    context.strokeStyle = SOFT_INK;
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(SCALE.left, level);
    context.lineTo(SCALE.right, level);
    context.stroke();
    context.setLineDash([]);
  }
  const [first, last] = [over.points[0], over.points.at(-1)];
  const bottom = SCALE.height + POINTS_HEIGHT - 3;
  context.fillStyle = SOFT_INK;
  context.textAlign = 'left';
  context.fillText(first?.label ?? '', SCALE.left, bottom);
  context.textAlign = 'right';
  context.fillText(last?.label ?? '', SCALE.right, bottom);
}
