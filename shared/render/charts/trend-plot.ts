import type { ChartDataset } from 'chart.js';
import type { TrendSpec } from '../../report/blocks.ts';
import { nameSignals } from './name-signals.ts';
import { GRID, SOFT_INK } from './palette.ts';
import { axisTitle, type Plot } from './plot.ts';
import { COMMON, TONES } from './signal-looks.ts';
import { trendLines } from './trend-lines.ts';
import { besideLines } from './beside-lines.ts';

const HEIGHT = 290;
/** How many periods have room for their labels. */
const MOST_LABELS = 13;
/** Room for the labels of the lines at their right. */
const ASIDE = 128;

/** Values over time joined by a line, broken where there is none, among their mean, limits and target. */
export function trendPlot(spec: TrendSpec): Plot {
  const last = spec.points.length - 1;
  const step = Math.ceil(spec.points.length / MOST_LABELS);
  const labelled = spec.points.flatMap((_, i) => ((last - i) % step === 0 ? [i] : []));
  const signals = signalDatasets(spec);
  return {
    height: HEIGHT + (signals.length ? 24 : 0),
    config: {
      type: 'scatter',
      data: {
        datasets: [
          ...signals,
          {
            label: 'Within what chance makes',
            data: spec.points.map(({ value }, x) => ({ x, y: value ?? NaN })),
            showLine: true,
            spanGaps: false,
            borderColor: COMMON,
            borderWidth: 1.5,
            backgroundColor: COMMON,
            pointRadius: spec.points.map(({ signal }) => (signal ? 0 : 4)),
            clip: false,
          },
          ...lineDatasets(spec),
        ],
      },
      options: {
        layout: { padding: { right: ASIDE, top: 4 } },
        plugins: {
          legend: {
            display: signals.length > 0,
            position: 'bottom',
            align: 'start',
            labels: {
              usePointStyle: true,
              padding: 16,
              boxHeight: 8,
              filter: ({ datasetIndex = 0 }) => datasetIndex < signals.length,
            },
          },
          title: axisTitle(spec.axis),
        },
        scales: {
          x: {
            type: 'linear',
            min: -0.3,
            max: Math.max(last, 1) + 0.3,
            border: { color: SOFT_INK },
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = labelled.map((value) => ({ value }));
            },
            ticks: {
              autoSkip: false,
              maxRotation: 0,
              font: { size: 12 },
              callback: (at) => spec.points[Number(at)]?.label.split(' ') ?? '',
            },
          },
          y: {
            type: 'linear',
            ...rangeOf(spec),
            border: { color: SOFT_INK },
            grid: { color: GRID },
            ticks: {
              maxTicksLimit: 6,
              callback: (value) => axisText(spec, Number(value)),
            },
          },
        },
      },
    },
    annotate: (context, { scales: { x, y } }) => {
      if (!x || !y) return;
      besideLines(
        context,
        trendLines(spec)
          .filter(({ value }) => value >= y.min && value <= y.max)
          .map(({ words, value }) => ({ words, y: y.getPixelForValue(value) })),
        x.right + 6,
      );
      nameSignals(context, spec, x, y);
    },
  };
}

type Dataset = ChartDataset<'scatter'>;

/** The signals, a dataset for each way in which they look. */
function signalDatasets({ points }: TrendSpec): Dataset[] {
  const found = points.flatMap(({ value, signal }, x) =>
    signal && value !== null ? [{ x, y: value, signal }] : [],
  );
  const looks = Map.groupBy(found, ({ signal: { tone, side } }) => `${tone} ${side}`);
  return [...looks.values()].flatMap((own): Dataset[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { tone, side } = first.signal;
    return [
      {
        label: `${TONES[tone].words} (${side})`,
        data: own.map(({ x, y }) => ({ x, y })),
        backgroundColor: TONES[tone].colour,
        borderColor: TONES[tone].colour,
        pointStyle: 'triangle',
        pointRotation: side === 'high' ? 0 : 180,
        pointRadius: 7,
        clip: false,
      },
    ];
  });
}

const lineDatasets = (spec: TrendSpec): Dataset[] =>
  trendLines(spec).map(({ value, dash, colour }) => ({
    data: [
      { x: -0.3, y: value },
      { x: Math.max(spec.points.length - 1, 1) + 0.3, y: value },
    ],
    showLine: true,
    pointRadius: 0,
    borderColor: colour,
    borderWidth: 1.5,
    borderDash: dash,
  }));

/** A smaller spread of shares would make little look like much. */
const LEAST_SPREAD = 0.2;

/** A scale that holds all that is drawn, and no share beyond none or all. */
function rangeOf(spec: TrendSpec): {
  min?: number;
  max?: number;
  suggestedMin: number;
  suggestedMax: number;
} {
  const values = [
    ...spec.points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...trendLines(spec).map(({ value }) => value),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = Math.max(most - least, spec.quantity === 'share' ? LEAST_SPREAD : 0) || Math.abs(most) || 1;
  const room = (spread * 1.24 - (most - least)) / 2;
  const never = spec.quantity === 'points' ? -Infinity : 0;
  const always = spec.quantity === 'share' ? 1 : Infinity;
  return {
    ...(least - room <= never ? { min: never } : {}),
    ...(most + room >= always ? { max: always } : {}),
    suggestedMin: least - room,
    suggestedMax: most + room,
  };
}

/** Round numbers stand on an axis, so a percentage needs no decimal there unless the steps are smaller. */
function axisText({ quantity }: TrendSpec, value: number): string {
  if (quantity === 'share') return `${Number((value * 100).toFixed(1))}%`;
  return `${Number(value.toFixed(2))}`;
}
