import type { Block, Report } from '../../report/blocks.ts';
import { drawChartInWords } from '../charts/draw-chart.ts';
import type { Drawing } from '../charts/drawing.ts';
import { pageHtml } from './page-html.ts';

/**
 * The report as one page that asks nobody for anything: charts, style and script are in it. The same report gives the
 * same bytes.
 *
 * @example writeFileSync('pack.html', await writeHtml(reportOf(document)))
 */
export async function writeHtml(report: Report): Promise<Uint8Array> {
  const drawings = new Map<Block, Drawing>();
  for (const block of report.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'chart') drawings.set(block, await drawChartInWords(block.spec));
  }
  return Buffer.from(pageHtml(report, drawings));
}
