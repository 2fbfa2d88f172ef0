import { setImmediate } from 'node:timers/promises';
import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartSpec } from '../../report/blocks.ts';
import { burnDownPlot } from './burn-down-plot.ts';
import { Chart } from './chart-js.ts';
import { compactShapes } from './compact-shapes.ts';
import { controlFunnelPlot } from './control-funnel-plot.ts';
import type { Drawing } from './drawing.ts';
import { glancePlot } from './glance-plot.ts';
import { funnelPlot } from './funnel-plot.ts';
import { intervalsPlot } from './intervals-plot.ts';
import type { Plot } from './plot.ts';
import { pointsPlot } from './points-plot.ts';
import { recordWords } from './record-words.ts';
import { stackPlot } from './stack-plot.ts';
import { timelinePlot } from './timeline-plot.ts';
import { trendPlot } from './trend-plot.ts';

const WIDTH = 680;

/**
 * A chart as shapes and words, 680 pixels wide unless it is small. Chart.js draws once, when it is made; what it has no element for
 * (intervals, direct labels) is drawn over it on the same canvas. The words are kept apart: as paths they would be
 * nine tenths of a chart, and could be neither found nor copied.
 *
 * Gives way to the event loop after drawing: native memory of a canvas is freed there and nowhere else.
 */
export async function drawChart(spec: ChartSpec): Promise<Drawing> {
  const { width = WIDTH, height, config, annotate } = plotOf(spec);
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
  const context = canvas.getContext('2d');
  const words = recordWords(context);
  const chart = new Chart(canvas, config);
  annotate(context, chart);
  const svg = withOwnNames(canvas.getContent().toString('utf8'));
  chart.destroy();
  await setImmediate();
  const shapes = compactShapes(svg.replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$/g, ''));
  return { width, height, shapes, words: words() };
}

/** The canvas numbers its clips through the life of the process: numbered anew, equal charts are equal bytes. */
function withOwnNames(svg: string): string {
  const names = new Map<string, string>();
  return svg.replace(/\bcl_\w+/g, (name) => {
    const own = names.get(name) ?? `clip${names.size}`;
    names.set(name, own);
    return own;
  });
}

function plotOf(spec: ChartSpec): Plot {
  switch (spec.kind) {
    case 'points':
      return pointsPlot(spec);
    case 'stack':
      return stackPlot(spec);
    case 'intervals':
      return intervalsPlot(spec);
    case 'funnel':
      return funnelPlot(spec);
    case 'glance':
      return glancePlot(spec);
    case 'burn-down':
      return burnDownPlot(spec);
    case 'trend':
      return trendPlot(spec);
    case 'control-funnel':
      return controlFunnelPlot(spec);
    case 'timeline':
      return timelinePlot(spec);
  }
}
