import type { Figure } from '../outcomes/document.ts';
import { absencesOf } from './absence.ts';
import type { Block } from './blocks.ts';
import { funnelChart } from './charts/funnel-chart.ts';
import { stackChart } from './charts/stack-chart.ts';
import { lowered } from './first-letter.ts';
import { labelOf } from './labels.ts';
import type { Measured } from './measured.ts';
import { byDay } from './tables/by-day.ts';
import {
  incidenceTable,
  meanTable,
  type NamedFigure,
  numberTable,
  shareTable,
} from './tables/figure-tables.ts';

/** What stands beside a headline: shares over days with their chart, the steps of a path, further numbers. */
export function besideBlocks(measured: Measured): Block[] {
  const { document, words, result, title } = measured;
  const beside = besideOf(measured);
  const head = { words, notes: [] };
  const blocks = [
    ...Object.entries(result.beside ?? {}).flatMap(([key, figure]) => incidenceBlocks(measured, key, figure)),
    ...funnelChart(measured),
    ...(result.kind === 'proportion'
      ? []
      : shareTable({ ...head, part: 'shares', title: `${title}: further shares` }, beside)),
    ...meanTable({ ...head, part: 'means', title: `${title}: further means` }, 'mean', beside),
    ...meanTable({ ...head, part: 'rates', title: `${title}: further rates` }, 'rate', beside),
    ...numberTable(
      { ...head, part: 'counts', title: `${title}: further numbers` },
      document.disclosure,
      beside,
    ),
  ];
  return blocks.length ? [{ kind: 'heading', text: 'More about this figure' }, ...blocks] : [];
}

function incidenceBlocks({ words, title }: Measured, key: string, figure: Figure): Block[] {
  if (figure.kind !== 'incidence') return [];
  const context = `${words.id}.${key}`;
  const label = labelOf(key, words.id);
  const head = {
    words,
    part: key,
    title: `${title}: ${lowered(label)}`,
    notes: [],
  };
  const outcomes = [...Object.entries(figure.causes), ['open', figure.open] as const];
  const printed = byDay(
    'Outcome',
    outcomes.map(([outcome, points]) => ({ label: labelOf(outcome, context), points })),
  );
  const table = incidenceTable(head, { label, context, figure }).map((block) =>
    block.kind === 'table' ? { ...block, printed } : block,
  );
  if (absencesOf(figure).length > 0) return table;
  const caution = words.cautions?.[key];
  return [
    ...(caution === undefined ? [] : [{ kind: 'paragraph', role: 'lead', text: caution } as const]),
    stackChart(context, figure, label, words.headlineDay),
    ...table,
  ];
}

/** The figures beside a headline, each with its label. */
export const besideOf = ({ words, result }: Measured): NamedFigure[] =>
  Object.entries(result.beside ?? {}).map(([key, figure]) => ({
    label: labelOf(key, words.id),
    context: `${words.id}.${key}`,
    figure,
  }));
