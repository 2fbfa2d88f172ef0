import type { ChartSpec } from '../../report/blocks.ts';
import { formatPercent } from '../format.ts';
import { ACCENT, INK } from './palette.ts';
import { axisTitle, dashed, LABEL_FONT, type Plot, shareScale, whisker, wrapped } from './plot.ts';

const LINE = 17;
const ROW = 13;
const AROUND = 96;
const LABEL_WIDTH = 210;
const MOST_LINES = 2;

/** One row a group: a dot (a square for the whole) with its interval on a scale of 0 to 100%. */
export function intervalsPlot(spec: Extract<ChartSpec, { kind: 'intervals' }>): Plot {
  const labels = spec.rows.map(({ label }) => shortened(wrapped(label, LABEL_WIDTH)));
  const above = spec.target === undefined ? 0 : LINE;
  const tallest = Math.max(...labels.map(({ length }) => length));
  return {
    height: AROUND + above + spec.rows.length * (ROW + tallest * LINE),
    config: {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: spec.rows.map(({ value }, row) => ({ x: value, y: row })),
            backgroundColor: ACCENT,
            borderColor: ACCENT,
            pointRadius: spec.rows.map((_, row) => (row === 0 ? 6 : 5)),
            pointStyle: spec.rows.map((_, row) => (row === 0 ? 'rect' : 'circle')),
            clip: false,
          },
        ],
      },
      options: {
        layout: { padding: { right: 60 } },
        plugins: { legend: { display: false }, title: axisTitle(spec.axis, above) },
        scales: {
          x: shareScale,
          y: {
            type: 'linear',
            min: -0.5,
            max: spec.rows.length - 0.5,
            reverse: true,
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = spec.rows.map((_, value) => ({ value }));
            },
            ticks: { autoSkip: false, callback: (row) => labels[Number(row)] ?? '' },
          },
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      const at = (share: number, row: number) => ({
        x: x.getPixelForValue(share),
        y: y.getPixelForValue(row),
      });
      if (spec.target !== undefined) {
        dashed(context, { x: at(spec.target, 0).x, y: y.top }, { x: at(spec.target, 0).x, y: y.bottom });
        context.font = LABEL_FONT;
        context.fillStyle = INK;
        context.textAlign = 'center';
        context.fillText(`Target ${formatPercent(spec.target)}`, at(spec.target, 0).x, y.top - 6);
      }
      context.font = LABEL_FONT;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      spec.rows.forEach(({ value, lower, upper }, row) => {
        if (lower !== null && upper !== null) whisker(context, at(lower, row), at(upper, row), ACCENT);
        context.fillStyle = INK;
        context.fillText(formatPercent(value), x.right + 10, at(value, row).y);
      });
    },
  };
}

/** A label cut to a few lines, so that many rows fit a page: the alternative text and the table have it whole. */
const shortened = (lines: readonly string[]): string[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`];
