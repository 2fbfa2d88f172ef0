import type { ChartDataset } from 'chart.js';
import type { ControlFunnelSpec } from '../../report/blocks.ts';
import { formatCount, formatPercent } from '../format.ts';
import { besideLines } from './beside-lines.ts';
import { nameProviders } from './name-providers.ts';
import { GRID, INK, SOFT_INK } from './palette.ts';
import { axisTitle, type Plot, shareScale } from './plot.ts';
import { PLACES } from './place-looks.ts';

const HEIGHT = 330;
const ASIDE = 128;

/** Providers as points over the number that each share is of, among lines of where chance alone would put them. */
export function controlFunnelPlot(spec: ControlFunnelSpec): Plot {
  const last = spec.limits.at(-1);
  const most = last?.denominator ?? 1;
  const looks = spec.providers.map(({ position }) => PLACES[position]);
  return {
    height: HEIGHT,
    config: {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: spec.providers.map(({ denominator, value }) => ({ x: denominator, y: value })),
            pointStyle: looks.map(({ style }) => style),
            pointRadius: looks.map(({ radius }) => radius),
            pointRotation: looks.map(({ turn }) => turn),
            backgroundColor: looks.map(({ colour }) => colour),
            borderColor: looks.map(({ colour }) => colour),
            clip: false,
          },
          limitLine(spec, 'low95', [6, 5]),
          limitLine(spec, 'high95', [6, 5]),
          limitLine(spec, 'low998', [2, 3]),
          limitLine(spec, 'high998', [2, 3]),
          {
            data: [
              { x: 0, y: spec.centre },
              { x: most, y: spec.centre },
            ],
            showLine: true,
            pointRadius: 0,
            borderColor: INK,
            borderWidth: 1.5,
          },
        ],
      },
      options: {
        layout: { padding: { right: ASIDE } },
        plugins: { legend: { display: false }, title: axisTitle(spec.axis) },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            max: most,
            title: { display: true, text: spec.unit, color: SOFT_INK },
            border: { color: SOFT_INK },
            grid: { color: GRID },
            ticks: {
              precision: 0,
              includeBounds: false,
              maxTicksLimit: 9,
              callback: (at) => formatCount(Number(at)),
            },
          },
          y: shareScale,
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y || !last) return;
      besideLines(
        context,
        [
          { words: `All ${formatPercent(spec.centre)}`, y: y.getPixelForValue(spec.centre) },
          ...(['low95', 'high95'] as const).map((line) => ({
            words: '95% limit',
            y: y.getPixelForValue(last[line]),
          })),
          ...(['low998', 'high998'] as const).map((line) => ({
            words: '99.8% limit',
            y: y.getPixelForValue(last[line]),
          })),
        ],
        x.right + 6,
      );
      nameProviders(context, spec, x, y);
    },
  };
}

type LimitName = 'low998' | 'low95' | 'high95' | 'high998';

const limitLine = (
  { limits }: ControlFunnelSpec,
  name: LimitName,
  dash: number[],
): ChartDataset<'scatter'> => ({
  data: limits.map(({ denominator, [name]: share }) => ({ x: denominator, y: share })),
  showLine: true,
  pointRadius: 0,
  borderColor: SOFT_INK,
  borderWidth: 1.3,
  borderDash: dash,
});
