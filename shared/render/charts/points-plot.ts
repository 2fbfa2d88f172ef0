import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ChartSpec } from '../../report/blocks.ts';
import { formatPercent } from '../format.ts';
import { type Box, labelPlace } from './label-place.ts';
import { ACCENT, INK, SOFT_INK } from './palette.ts';
import { axisTitle, dashed, LABEL_FONT, type Plot, shareScale, whisker } from './plot.ts';

const HEIGHT = 300;
const HALF_LINE = 9;
const ASIDE = 11;
/** How far the dash of a target reaches to each side of its day. */
const DASH = 24;

type Points = Extract<ChartSpec, { kind: 'points' }>;
type At = (day: number, share: number) => { x: number; y: number };

/** One point with its interval for each reported day, on a true scale of days that holds every reported day. */
export function pointsPlot(spec: Points): Plot {
  const reported = [...spec.points, ...spec.missing].map(({ day }) => day).sort((a, b) => a - b);
  const days = [...new Set([0, ...reported])];
  const last = Math.max(...days, 1);
  return {
    height: HEIGHT,
    config: {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: spec.points.map(({ day, value }) => ({ x: day, y: value })),
            backgroundColor: ACCENT,
            borderColor: ACCENT,
            pointRadius: 5,
            clip: false,
          },
        ],
      },
      options: {
        layout: { padding: { right: 12 } },
        plugins: { legend: { display: false }, title: axisTitle(spec.axis) },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            max: last * 1.12,
            title: { display: true, text: 'Days since the start', color: SOFT_INK },
            border: { color: SOFT_INK },
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = days.map((value) => ({ value }));
            },
          },
          y: shareScale,
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      const at: At = (day, share) => ({ x: x.getPixelForValue(day), y: y.getPixelForValue(share) });
      context.textBaseline = 'middle';
      context.font = LABEL_FONT;
      const taken = [...drawPoints(context, spec, at), ...drawMissing(context, spec, at)];
      drawTarget(context, spec, at, taken);
    },
  };
}

function drawPoints(context: SKRSContext2D, { points }: Points, at: At): Box[] {
  return points.flatMap(({ day, value, lower, upper }) => {
    const { x, y } = at(day, value);
    if (lower !== null && upper !== null) whisker(context, at(day, lower), at(day, upper), ACCENT);
    const words = formatPercent(value);
    context.fillStyle = INK;
    context.fillText(words, x + ASIDE, y);
    const right = x + ASIDE + context.measureText(words).width;
    return [
      {
        left: x - 7,
        right: x + 7,
        top: at(day, upper ?? value).y - 7,
        bottom: at(day, lower ?? value).y + 7,
      },
      { left: x, right, top: y - HALF_LINE, bottom: y + HALF_LINE },
    ];
  });
}

/** The shorthand of a day without a figure, above its place on the axis. */
function drawMissing(context: SKRSContext2D, { missing }: Points, at: At): Box[] {
  return missing.map(({ day, code }) => {
    const { x, y } = at(day, 0);
    context.textAlign = 'center';
    context.fillStyle = SOFT_INK;
    context.fillText(code, x, y - 12);
    context.textAlign = 'left';
    return { left: x - 12, right: x + 12, top: y - 12 - HALF_LINE, bottom: y };
  });
}

/** A dash across its day, and its label beside the dash where there is room. */
function drawTarget(context: SKRSContext2D, { target }: Points, at: At, taken: readonly Box[]): void {
  if (target === undefined) return;
  const { x, y } = at(target.day, target.value);
  dashed(context, { x: x - DASH, y }, { x: x + ASIDE - 2, y });
  const words = `Target ${formatPercent(target.value)}`;
  const { width } = context.measureText(words);
  const place = (left: number, middle: number) => ({
    left: left - 3,
    right: left + width + 3,
    top: middle - HALF_LINE,
    bottom: middle + HALF_LINE,
    at: { x: left, y: middle },
  });
  const left = x - DASH - 5 - width;
  const beside = x + ASIDE + 3;
  const steps = [16, 22, 30];
  const { at: chosen } = labelPlace(
    [
      place(left, y),
      ...steps.flatMap((step) => [place(left, y + step), place(left, y - step)]),
      place(beside, y),
      ...steps.flatMap((step) => [place(beside, y + step), place(beside, y - step)]),
    ],
    taken,
  );
  context.fillStyle = INK;
  context.fillText(words, chosen.x, chosen.y);
}
