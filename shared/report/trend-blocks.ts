import type { Block } from './blocks.ts';
import { trendChart } from './charts/trend-chart.ts';
import type { Measured } from './measured.ts';
import { trendTable } from './tables/trend-table.ts';
import { iconsOf } from './wording/icons.ts';
import { trendInWords } from './wording/trend.ts';

/** A measure over time: what its points say, the chart, the numbers behind it. Nothing for one without. */
export function trendBlocks(measured: Measured): Block[] {
  const { document, words, result } = measured;
  if (result.trend === undefined) return [];
  const definition = document.definitions[words.id];
  const heading = { kind: 'heading', text: 'Over time' } as const;
  const chart = trendChart(measured);
  if (chart === undefined)
    return [
      heading,
      { kind: 'note', text: 'There is no chart over time: fewer than two points can be shown.' },
    ];
  return [
    heading,
    {
      kind: 'paragraph',
      role: 'lead',
      text: trendInWords(result, definition?.direction).join(' '),
      icons: iconsOf(result.trend),
    },
    chart,
    ...trendTable(measured),
  ];
}
