import { setImmediate } from 'node:timers/promises';
import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartSpec } from '../../report/blocks.ts';
import { burnDownPlot } from './burn-down-plot.ts';
import { Chart } from './chart-js.ts';
import { compactShapes } from './compact-shapes.ts';
import { controlFunnelPlot } from './control-funnel-plot.ts';
import type { Drawing } from './drawing.ts';
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
 * A chart as an SVG document, 680 pixels wide, its text as paths. Chart.js draws once, when it is made; what it has
 * no element for (intervals, direct labels) is drawn over it on the same canvas.
 *
 * Gives way to the event loop after drawing: native memory of a canvas is freed there and nowhere else.
 */
export async function drawChart(spec: ChartSpec): Promise<string> {
  const { svg } = await draw(spec, () => undefined);
  return svg;
}

/** The same chart with its words apart from its shapes: a tenth of the size, and the words can be found and copied. */
export async function drawChartInWords(spec: ChartSpec): Promise<Drawing> {
  const { svg, height, kept } = await draw(spec, recordWords);
  return {
    width: WIDTH,
    height,
    shapes: compactShapes(svg.replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$/g, '')),
    words: kept(),
  };
}

/** `prepare` is given the context before anything is drawn on it. */
async function draw<Kept>(spec: ChartSpec, prepare: (context: SKRSContext2D) => Kept) {
  const plot = plotOf(spec);
  const canvas = createCanvas(WIDTH, plot.height, SvgExportFlag.ConvertTextToPaths);
  const context = canvas.getContext('2d');
  const kept = prepare(context);
  const chart = new Chart(canvas, plot.config);
  plot.annotate(context, chart);
  const svg = withOwnNames(canvas.getContent().toString('utf8'));
  chart.destroy();
  await setImmediate();
  return { svg, height: plot.height, kept };
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
