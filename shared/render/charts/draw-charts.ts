import type { Block, ChartSpec, Report } from '../../report/blocks.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';

/** The drawings of a report, each under the block that it belongs to. */
export type Drawings = ReadonlyMap<Block, Drawing>;

/** Draws every chart of a report once, for whatever it is printed as. */
export async function drawCharts({ sections }: Report): Promise<Drawings> {
  const drawings = new Map<Block, Drawing>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const spec = specOf(block);
    if (spec) drawings.set(block, await drawChart(spec));
  }
  return drawings;
}

function specOf(block: Block): ChartSpec | undefined {
  if (block.kind === 'chart') return block.spec;
  return block.kind === 'headline' ? block.glance?.spec : undefined;
}
