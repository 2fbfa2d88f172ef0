import { BarElement } from 'chart.js';
import type { ChartSpec } from '../../report/blocks.ts';
import { formatPercent } from '../format.ts';
import { OPEN, SERIES } from './palette.ts';
import { LABEL_FONT, type Plot, shareScale } from './plot.ts';

const BAR = 46;
const AROUND = 110;
const LEGEND_LINE = 24;
const CHARACTERS_A_LINE = 88;

/**
 * One bar of 100% for each day, divided by outcome. The parts are numbered in the legend and on the bars, so that
 * they are told apart without colour; one too narrow for its number is in the table.
 */
export function stackPlot(spec: Extract<ChartSpec, { kind: 'stack' }>): Plot {
  const characters = spec.series.reduce((sum, name) => sum + name.length + 8, 0);
  const last = spec.series.length - 1;
  const colour = (i: number) => (i === last ? OPEN : (SERIES[i % SERIES.length] ?? SERIES[0]));
  const lines = Math.ceil(characters / CHARACTERS_A_LINE);
  return {
    height: AROUND + lines * LEGEND_LINE + spec.bars.length * BAR,
    config: {
      type: 'bar',
      data: {
        labels: spec.bars.map(({ day }) => `Day ${day}`),
        datasets: spec.series.map((name, i) => ({
          label: `${i + 1}  ${name}`,
          data: spec.bars.map(({ shares }) => shares[i] ?? 0),
          backgroundColor: colour(i).fill,
          borderColor: '#ffffff',
          borderWidth: { right: 1.5 },
          barPercentage: 0.82,
          categoryPercentage: 0.9,
        })),
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { right: 20 } },
        plugins: {
          legend: { position: 'top', align: 'start', labels: { boxWidth: 16, boxHeight: 14, padding: 12 } },
        },
        scales: {
          x: { ...shareScale, stacked: true },
          y: { type: 'category', stacked: true, grid: { display: false } },
        },
      },
    },
    annotate: (context, chart) => {
      context.font = LABEL_FONT;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      spec.series.forEach((_, i) => {
        chart.getDatasetMeta(i).data.forEach((element, bar) => {
          if (!(element instanceof BarElement)) return;
          const { x, y, base } = element.getProps(['x', 'y', 'base'], true);
          if (x === null) return;
          const words = [`${i + 1}: ${formatPercent(spec.bars[bar]?.shares[i] ?? 0)}`, `${i + 1}`].find(
            (label) => context.measureText(label).width + 6 <= x - base,
          );
          if (words === undefined) return;
          context.fillStyle = colour(i).ink;
          context.fillText(words, (x + base) / 2, y ?? 0);
        });
      });
    },
  };
}
