import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../shared/report/blocks.ts';
import { plainConfig } from './plain-config.ts';
import { chartsIn } from './size-of.ts';

const CHART_JS = fileURLToPath(new URL('chart.umd.min.js', import.meta.resolve('chart.js')));

/** A page of ours with its drawn charts taken out, and drawn by Chart.js as the browser opens it. */
export function withChartJs(html: string, report: Report): string {
  const configs = chartsIn(report).map(plainConfig);
  let drawn = 0;
  const page = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<svg viewBox="0 0 (\d+) (\d+)" role="img"[^]*?<\/svg>/g, (_, width: string, height: string) => {
      drawn += 1;
      return `<canvas width="${width}" height="${height}"></canvas>`;
    });
  if (drawn !== configs.length) throw new Error(`${configs.length} charts, but ${drawn} drawings`);
  const draw = `const configs=${JSON.stringify(configs)};document.querySelectorAll('canvas').forEach((canvas,i)=>new Chart(canvas,configs[i]))`;
  return page.replace(
    '</body>',
    () => `<script>${readFileSync(CHART_JS, 'utf8')}</script><script>${draw}</script></body>`,
  );
}
