import type { IncidenceFigure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import type { Chart } from '../blocks.ts';
import { labelOf } from '../labels.ts';
import { leftOutInWords } from './left-out.ts';

/**
 * The outcomes of each reported day as parts of a bar of 100 %. A day of which any part is missing is left out: the
 * gap in its bar would be that part.
 */
export function stackChart(name: string, figure: IncidenceFigure, title: string): Chart | undefined {
  const outcomes = [...Object.entries(figure.causes), ['open', figure.open] as const];
  const days = figure.open.map(({ day }) => day);
  const bars = days.flatMap((day) => {
    const shares = outcomes.flatMap(([, points]) => {
      const point = points.find((candidate) => candidate.day === day);
      return point?.state === 'estimated' ? [point.value] : [];
    });
    return shares.length === outcomes.length ? [{ day, shares }] : [];
  });
  if (bars.length === 0) return undefined;
  const series = outcomes.map(([outcome]) => labelOf(outcome, name));
  const drawn = bars
    .map(({ day, shares }) => {
      const parts = shares.map((share, i) => `${series[i] ?? ''} ${formatPercent(share)}`.toLowerCase());
      return `day ${day}: ${parts.join(', ')}`;
    })
    .join('; ');
  const missing = leftOutInWords(
    outcomes.flatMap(([, points]) => points).filter(({ day }) => !bars.some((bar) => bar.day === day)),
  );
  return {
    kind: 'chart',
    id: name,
    title,
    alt: `Chart: ${title}. One bar for each reported day, divided by outcome. ${drawn.charAt(0).toUpperCase()}${drawn.slice(1)}.${missing}`,
    spec: { kind: 'stack', series, bars },
  };
}
