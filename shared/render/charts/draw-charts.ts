import type { Block, Report } from '../../report/blocks.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';

/** The drawings of a report, each under the block that it belongs to. */
export type Drawings = ReadonlyMap<Block, Drawing>;

/** Draws every chart of a report once, for whatever it is printed as. */
export async function drawCharts({ sections }: Report): Promise<Drawings> {
  const drawings = new Map<Block, Drawing>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'chart') drawings.set(block, await drawChart(block.spec));
  }
  return drawings;
}
