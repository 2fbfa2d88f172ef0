import type { Block } from './blocks.ts';
import { trendChart } from './charts/trend-chart.ts';
import type { Measured } from './measured.ts';
import { providersInWords } from './provider-blocks.ts';
import { compactTable } from './tables/compact-table.ts';
import { trendTable } from './tables/trend-table.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { medianInWords } from './wording/survival-answer.ts';
import { targetInWords } from './wording/target.ts';
import { trendInWords } from './wording/trend.ts';

/** A further measure: question, answer, target, change over time in words, and one table of the figures beside it. */
export function compactBlocks(measured: Measured): Block[] {
  const { document, words, result, title } = measured;
  const definition = document.definitions[words.id];
  const headline = headlineFigure(words, result);
  const [answer, ...caveats] = answerOf(words, result, document.disclosure);
  const more = [
    ...caveats,
    result.kind === 'survival' && headline.estimate ? medianInWords(result.median) : undefined,
    result.target && targetInWords(result.target, headline),
    ...trendInWords(result, definition?.direction),
    providersApart(measured),
  ].filter((sentence) => sentence !== undefined);
  return [
    { kind: 'heading', text: title },
    ...(definition ? [{ kind: 'paragraph', role: 'asked', text: definition.question } as const] : []),
    { kind: 'paragraph', role: 'finding', text: answer },
    ...(more.length ? [{ kind: 'paragraph', text: more.join(' ') } as const] : []),
    ...drawnTrend(measured),
    ...compactTable(measured),
  ];
}

/** Providers are spoken of only where chance alone would seldom set them apart. */
function providersApart(measured: Measured): string | undefined {
  const apart = measured.result.cohort?.funnel?.providers.some(({ position }) => position !== 'within');
  return apart ? providersInWords(measured) : undefined;
}

/** A drawing takes time and a third of a page: only where the last point is good news or bad, or where the
 * measure asks for it. */
function drawnTrend(measured: Measured): Block[] {
  const { trend } = measured.result;
  const news = /^(improving|concerning)-/.test(trend?.variation ?? '');
  if (trend?.kind === 'line' || !(news || measured.words.drawsTrend)) return [];
  const chart = trendChart(measured);
  return chart ? [chart, ...trendTable(measured)] : [];
}
