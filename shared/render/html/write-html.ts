import type { Report } from '../../report/blocks.ts';
import type { Drawings } from '../charts/draw-charts.ts';
import { pageHtml } from './page-html.ts';

/**
 * The report as one page that asks nobody for anything: charts, style and script are in it. The same report gives the
 * same bytes.
 *
 * @example writeFileSync('pack.html', writeHtml(report, await drawCharts(report)))
 */
export const writeHtml = (report: Report, drawings: Drawings): Uint8Array =>
  Buffer.from(pageHtml(report, drawings));
