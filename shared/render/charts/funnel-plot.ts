import type { ChartSpec } from '../../report/blocks.ts';
import { formatCount } from '../format.ts';
import { ACCENT, GRID, INK, SOFT_INK } from './palette.ts';
import { axisTitle, LABEL_FONT, type Plot, wrapped } from './plot.ts';

const BAR = 40;
const AROUND = 80;
const LABEL_WIDTH = 210;

/** One bar for each step of a path, in its order, as long as the number of people. */
export function funnelPlot(spec: Extract<ChartSpec, { kind: 'funnel' }>): Plot {
  const labels = spec.steps.map(({ label }) => wrapped(label, LABEL_WIDTH));
  return {
    height: AROUND + spec.steps.length * BAR,
    config: {
      type: 'bar',
      data: {
        labels,
        datasets: [
          {
            data: spec.steps.map(({ value }) => value),
            backgroundColor: ACCENT,
            barPercentage: 0.7,
            categoryPercentage: 0.9,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: 60 } },
        plugins: { legend: { display: false }, title: axisTitle(spec.axis) },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            border: { color: SOFT_INK },
            grid: { color: GRID },
            ticks: { precision: 0, callback: (people) => formatCount(Number(people)) },
          },
          y: { type: 'category', grid: { display: false } },
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      context.font = LABEL_FONT;
      context.fillStyle = INK;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      spec.steps.forEach(({ value }, step) => {
        context.fillText(formatCount(value), x.getPixelForValue(value) + 8, y.getPixelForValue(step));
      });
    },
  };
}
