import type { ChartSpec } from '../../shared/report/blocks.ts';

/** A chart as anybody would ask Chart.js for it: the same numbers, no labels of our own beside them. JSON. */
export function plainConfig(spec: ChartSpec): unknown {
  switch (spec.kind) {
    case 'points':
      return scatter([spec.points.map(({ day, value }) => ({ x: day, y: value }))], spec.axis);
    case 'stack':
      return bars(
        spec.bars.map(({ day }) => `Day ${day}`),
        spec.series.map((label, i) => ({ label, data: spec.bars.map(({ shares }) => shares[i] ?? 0) })),
      );
    case 'intervals':
      return bars(
        spec.rows.map(({ label }) => label),
        [
          {
            label: spec.axis,
            data: spec.rows.map(({ lower, upper, value }) => [lower ?? value, upper ?? value]),
          },
        ],
      );
    case 'funnel':
      return bars(
        spec.steps.map(({ label }) => label),
        [{ label: spec.axis, data: spec.steps.map(({ value }) => value) }],
      );
    case 'trend':
      return line(spec.points, spec.axis, [
        spec.centre?.value,
        spec.limits?.lower,
        spec.limits?.upper,
        spec.target,
      ]);
    case 'glance':
      return line(spec.over?.points ?? [{ label: '', value: spec.value }], '', [spec.target]);
    case 'control-funnel':
      return scatter(
        [
          spec.providers.map(({ denominator, value }) => ({ x: denominator, y: value })),
          ...(['low998', 'low95', 'high95', 'high998'] as const).map((limit) =>
            spec.limits.map((at) => ({ x: at.denominator, y: at[limit] })),
          ),
        ],
        spec.axis,
      );
    default:
      throw new Error(`no pack has a chart of the kind ${spec.kind}`);
  }
}

const OPTIONS = { animation: false, responsive: false };

const scatter = (sets: readonly unknown[], label: string) => ({
  type: 'scatter',
  data: { datasets: sets.map((data, i) => ({ label, data, showLine: i > 0 })) },
  options: OPTIONS,
});

const bars = (labels: readonly string[], datasets: readonly unknown[]) => ({
  type: 'bar',
  data: { labels, datasets },
  options: { ...OPTIONS, indexAxis: 'y', scales: { x: { stacked: true }, y: { stacked: true } } },
});

const line = (
  points: readonly { label: string; value: number | null }[],
  label: string,
  levels: readonly (number | undefined)[],
) => ({
  type: 'line',
  data: {
    labels: points.map((point) => point.label),
    datasets: [
      { label, data: points.map(({ value }) => value) },
      ...levels.flatMap((level) =>
        level === undefined ? [] : [{ data: points.map(() => level), pointRadius: 0 }],
      ),
    ],
  },
  options: OPTIONS,
});
