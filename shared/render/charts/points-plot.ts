import type { ChartSpec } from '../../report/blocks.ts';
import { formatPercent } from '../format.ts';
import { ACCENT, INK, SOFT_INK } from './palette.ts';
import { axisTitle, dashed, LABEL_FONT, type Plot, shareScale, whisker } from './plot.ts';

const HEIGHT = 300;

/** One point with its interval for each reported day, on a true scale of days. */
export function pointsPlot(spec: Extract<ChartSpec, { kind: 'points' }>): Plot {
  const days = [...new Set([0, ...spec.points.map(({ day }) => day)])];
  const last = Math.max(...days, spec.target?.day ?? 0, 1);
  return {
    height: HEIGHT,
    config: {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: spec.points.map(({ day, value }) => ({ x: day, y: value })),
            backgroundColor: ACCENT,
            borderColor: ACCENT,
            pointRadius: 5,
            clip: false,
          },
        ],
      },
      options: {
        layout: { padding: { right: 12 } },
        plugins: { legend: { display: false }, title: axisTitle(spec.axis) },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            max: last * 1.12,
            title: { display: true, text: 'Days since the start', color: SOFT_INK },
            border: { color: SOFT_INK },
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = days.map((value) => ({ value }));
            },
          },
          y: shareScale,
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      const at = (day: number, share: number) => ({
        x: x.getPixelForValue(day),
        y: y.getPixelForValue(share),
      });
      const lowEnd = ({ day, value, lower }: (typeof spec.points)[number]) => at(day, lower ?? value).y;
      context.textBaseline = 'middle';
      context.font = LABEL_FONT;
      for (const { day, value, lower, upper } of spec.points) {
        if (lower !== null && upper !== null) whisker(context, at(day, lower), at(day, upper), ACCENT);
        const point = at(day, value);
        context.fillStyle = INK;
        context.fillText(formatPercent(value), point.x + 11, point.y);
      }
      if (spec.target) {
        const { x: middle, y: level } = at(spec.target.day, spec.target.value);
        dashed(context, { x: middle - 24, y: level }, { x: middle + 9, y: level });
        const lowest = Math.max(
          level,
          ...spec.points.filter(({ day }) => day === spec.target?.day).map(lowEnd),
        );
        context.textAlign = 'center';
        context.fillStyle = INK;
        context.fillText(`Target ${formatPercent(spec.target.value)}`, middle, lowest + 14);
      }
    },
  };
}
