import type { ChartDataset } from 'chart.js';
import type { TimelineMark, TimelineSpec } from '../../report/blocks.ts';
import { monthsAxis } from './months-axis.ts';
import { ACCENT, GRID, INK, SERIES, SOFT_INK } from './palette.ts';
import { axisTitle, type Plot } from './plot.ts';

const AROUND = 130;
const ROW = 40;
/** How thick a time that lasted is drawn, in pixels. */
const SPAN = 12;

/** Marks differ in shape and filling as well as in colour: nothing is told by colour alone. */
const LOOKS: Readonly<Record<TimelineMark, Partial<ChartDataset<'scatter'>>>> = {
  negative: { pointStyle: 'circle', backgroundColor: '#ffffff', borderColor: ACCENT, pointBorderWidth: 2 },
  explained: { pointStyle: 'rect', backgroundColor: '#ffffff', borderColor: ACCENT, pointBorderWidth: 2 },
  inconclusive: {
    pointStyle: 'triangle',
    backgroundColor: SERIES[1].fill,
    borderColor: INK,
    pointBorderWidth: 1,
  },
  positive: {
    pointStyle: 'rectRot',
    backgroundColor: SERIES[3].fill,
    borderColor: SERIES[3].fill,
    pointBorderWidth: 1,
  },
  none: { pointStyle: 'crossRot', backgroundColor: INK, borderColor: INK, pointBorderWidth: 2 },
};

/** Marks and bars in rows, from top to bottom as they are given, on a true scale of days. */
export function timelinePlot(spec: TimelineSpec): Plot {
  const length = Math.max(spec.days, 1);
  return {
    height: AROUND + spec.rows.length * ROW,
    config: {
      type: 'scatter',
      data: {
        datasets: spec.marks.map(({ label, of, points }) => ({
          label,
          data: points.map(({ row, at }) => ({ x: at, y: row })),
          pointRadius: 6,
          clip: false,
          ...LOOKS[of],
        })),
      },
      options: {
        layout: { padding: { right: 16, top: 4 } },
        plugins: {
          legend: {
            position: 'bottom',
            align: 'start',
            labels: { usePointStyle: true, padding: 16, boxHeight: 8 },
          },
          title: axisTitle(spec.axis),
        },
        scales: {
          x: monthsAxis(spec.months, length),
          y: {
            type: 'linear',
            reverse: true,
            min: -0.6,
            max: spec.rows.length - 0.4,
            border: { color: SOFT_INK },
            grid: { color: GRID },
            afterBuildTicks: (axis) => {
              axis.ticks = spec.rows.map((_, value) => ({ value }));
            },
            ticks: { autoSkip: false, callback: (row) => spec.rows[Number(row)] ?? '' },
          },
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      context.fillStyle = SERIES[1].fill;
      context.strokeStyle = INK;
      context.lineWidth = 1;
      for (const { row, from, to } of spec.spans) {
        const left = x.getPixelForValue(from);
        const width = Math.max(x.getPixelForValue(to) - left, 3);
        const top = y.getPixelForValue(row) - SPAN / 2;
        context.fillRect(left, top, width, SPAN);
        context.strokeRect(left, top, width, SPAN);
      }
    },
  };
}
