import type { BurnDownSpec } from '../../report/blocks.ts';
import { formatCount } from '../format.ts';
import { monthsAxis } from './months-axis.ts';
import { ACCENT, GRID, INK, SERIES, SOFT_INK } from './palette.ts';
import { axisTitle, dashed, LABEL_FONT, type Plot } from './plot.ts';

const HEIGHT = 340;

/** Lines differ in dashes and width as well as in colour: nothing is told by colour alone. */
const STROKES = {
  past: { borderColor: ACCENT, borderWidth: 3, borderDash: [] },
  planned: { borderColor: SERIES[3].fill, borderWidth: 2.5, borderDash: [9, 5] },
  recent: { borderColor: SERIES[4].fill, borderWidth: 2.5, borderDash: [2, 4] },
} as const;

/** How many weeks of a block are left: a full line for what was, broken ones for what is expected. */
export function burnDownPlot(spec: BurnDownSpec): Plot {
  return {
    height: HEIGHT,
    config: {
      type: 'scatter',
      data: {
        datasets: spec.lines.map(({ label, of, points }) => ({
          label,
          data: points.map(({ at, left }) => ({ x: at, y: left })),
          showLine: true,
          pointRadius: 0,
          pointStyle: 'line',
          ...STROKES[of],
          borderDash: [...STROKES[of].borderDash],
          clip: false,
        })),
      },
      options: {
        layout: { padding: { right: 16, top: 4 } },
        plugins: {
          legend: {
            position: 'bottom',
            align: 'start',
            labels: {
              usePointStyle: true,
              pointStyleWidth: 44,
              padding: 18,
              // The legend's own entries are of the points and would draw every line full.
              generateLabels: () =>
                spec.lines.map(({ label, of }, datasetIndex) => ({
                  text: label,
                  datasetIndex,
                  pointStyle: 'line' as const,
                  strokeStyle: STROKES[of].borderColor,
                  lineWidth: STROKES[of].borderWidth,
                  lineDash: [...STROKES[of].borderDash],
                })),
            },
          },
          title: axisTitle(spec.axis, 8),
        },
        scales: {
          x: monthsAxis(spec.months, spec.weeks),
          y: {
            type: 'linear',
            min: 0,
            max: spec.bought,
            border: { color: SOFT_INK },
            grid: { color: GRID },
            ticks: { precision: 0, maxTicksLimit: 7, callback: (left) => formatCount(Number(left)) },
          },
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y || !spec.now) return;
      const now = x.getPixelForValue(spec.now.at);
      dashed(context, { x: now, y: y.top }, { x: now, y: y.bottom });
      context.font = LABEL_FONT;
      context.fillStyle = INK;
      context.textBaseline = 'bottom';
      const half = context.measureText(spec.now.label).width / 2;
      context.textAlign = 'center';
      const middle = Math.min(Math.max(now, x.left + half), x.right + 12 - half);
      context.fillText(spec.now.label, middle, y.top - 4);
    },
  };
}
