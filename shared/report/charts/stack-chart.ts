import type { IncidenceFigure } from '../../outcomes/document.ts';
import { formatPercent } from '../../render/format.ts';
import { absencesOf, reasonOf } from '../absence.ts';
import type { Block } from '../blocks.ts';
import { labelOf } from '../labels.ts';
import { leftOutInWords } from './left-out.ts';
import { noChart } from './no-chart.ts';

/**
 * The outcomes of each reported day as parts of a bar of 100%. A day of which any part is missing is left out: the
 * gap in its bar would be that part. Without the day that the reader came for there is no drawing, but a sentence.
 */
export function stackChart(name: string, figure: IncidenceFigure, title: string, wanted?: number): Block {
  const outcomes = [...Object.entries(figure.causes), ['open', figure.open] as const];
  const days = figure.open.map(({ day }) => day);
  const headlineDay = wanted !== undefined && days.includes(wanted) ? wanted : days.at(-1);
  const bars = days.flatMap((day) => {
    const shares = outcomes.flatMap(([, points]) => {
      const point = points.find((candidate) => candidate.day === day);
      return point?.state === 'estimated' ? [point.value] : [];
    });
    return shares.length === outcomes.length ? [{ day, shares }] : [];
  });
  const missing = outcomes
    .flatMap(([, points]) => points)
    .flatMap((point) =>
      point.state === 'estimated' || bars.some(({ day }) => day === point.day)
        ? []
        : [{ day: point.day, what: `day ${point.day}`, absence: point }],
    );
  if (!bars.some(({ day }) => day === headlineDay)) return noBar(figure, headlineDay, missing);
  const series = outcomes.map(([outcome]) => labelOf(outcome, name));
  const drawn = bars
    .map(({ day, shares }) => {
      const parts = shares.map((share, i) => `${series[i] ?? ''} ${formatPercent(share)}`.toLowerCase());
      return `day ${day}: ${parts.join(', ')}`;
    })
    .join('; ');
  const note = leftOutInWords(missing);
  return {
    kind: 'chart',
    id: name,
    title,
    alt: `Chart: ${title}. One bar for each reported day, divided by outcome. ${drawn.charAt(0).toUpperCase()}${drawn.slice(1)}.${note ? ` ${note}` : ''}`,
    ...(note ? { note } : {}),
    spec: { kind: 'stack', series, bars },
  };
}

type Missing = Parameters<typeof leftOutInWords>[0][number] & { day: number };

function noBar(figure: IncidenceFigure, day: number | undefined, missing: readonly Missing[]): Block {
  const absences = absencesOf(figure);
  if (absences.length > 0 || day === undefined) return noChart(absences);
  const reasons = new Set(missing.filter((one) => one.day === day).map(({ absence }) => reasonOf(absence)));
  return {
    kind: 'note',
    text: `There is no chart: not every part of day ${day} can be shown (${[...reasons].join('; ')}).`,
  };
}
