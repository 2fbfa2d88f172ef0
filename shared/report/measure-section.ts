import { isEmpty } from './absence.ts';
import { besideBlocks, besideOf } from './beside-blocks.ts';
import type { Block, Section } from './blocks.ts';
import type { Absent } from './cells.ts';
import { headlineChart } from './charts/headline-chart.ts';
import type { Measured } from './measured.ts';
import { sensitivityBlocks } from './sensitivity-blocks.ts';
import { providerBlocks } from './provider-blocks.ts';
import { splitsOf } from './splits.ts';
import { splitBlocks } from './split-blocks.ts';
import { basisTable } from './tables/basis-table.ts';
import { incidenceTable, meanTable, shareTable, survivalTable } from './tables/figure-tables.ts';
import { trendBlocks } from './trend-blocks.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { inHundredInWords } from './wording/in-hundred.ts';
import { medianInWords } from './wording/survival-answer.ts';
import { targetInWords } from './wording/target.ts';

/**
 * A measure as a section, in the reader's order: question, answer, what is counted, chart, the numbers behind it,
 * change over time, the same counted differently, more about it, groups, providers. What has nothing to show is one
 * sentence.
 */
export function measureSection(measured: Measured): Section {
  const { document, words, result, title } = measured;
  const definition = document.definitions[words.id];
  const splits = splitsOf(measured);
  return {
    id: words.id,
    title,
    ...(headlineFigure(words, result).estimate ? { opens: true } : {}),
    blocks: [
      ...(definition ? [{ kind: 'paragraph', role: 'question', text: definition.question } as const] : []),
      ...answerBlocks(measured),
      ...(isEmpty(result)
        ? []
        : [
            ...countedBlocks(measured),
            ...headlineChart(measured, splits.printed),
            ...headlineTables(measured),
            ...trendBlocks(measured),
            ...sensitivityBlocks(measured),
            ...besideBlocks(measured),
            ...splitBlocks(measured, splits),
            ...providerBlocks(measured),
          ]),
    ],
  };
}

function answerBlocks({ document, words, result }: Measured): Block[] {
  const headline = headlineFigure(words, result);
  const [answer, ...caveats] = answerOf(words, result, document.disclosure);
  const zeros =
    isEmpty(result) &&
    isNobody(headline.absence) &&
    Object.values(result.beside ?? {}).some(({ kind }) => kind === 'count');
  const more = [
    ...caveats,
    result.kind === 'survival' && (headline.estimate || result.median.state === 'estimated')
      ? medianInWords(result.median)
      : undefined,
    inHundredInWords(result.beside?.['occupancy'], headline.day),
    result.target && targetInWords(result.target, headline),
    zeros ? 'Every further number of this measure is zero.' : undefined,
  ].filter((sentence) => sentence !== undefined);
  return [
    { kind: 'paragraph', role: 'answer', text: answer },
    ...(more.length ? [{ kind: 'paragraph', text: more.join(' ') } as const] : []),
  ];
}

/** What is counted, near the figure; the method is with the definitions at the end. */
function countedBlocks({ document, words, result }: Measured): Block[] {
  const definition = document.definitions[words.id];
  if (definition === undefined || headlineFigure(words, result).estimate === undefined) return [];
  return [
    { kind: 'paragraph', role: 'small', text: `Counted: ${definition.numerator}` },
    { kind: 'paragraph', role: 'small', text: `Out of: ${definition.denominator}` },
  ];
}

/**
 * The headline's own numbers; a proportion is one row, so those beside it stand in the same table. That there are none
 * is not said again where the answer has said so.
 */
function headlineTables(measured: Measured): Block[] {
  const { words, result, title } = measured;
  const head = { words, part: 'figures', title: `${title}: the numbers`, notes: [] };
  const own = { label: words.axis, context: words.id, figure: result };
  const tables = {
    survival: () => survivalTable(head, [own]),
    incidence: () => incidenceTable(head, own),
    proportion: () => shareTable(head, [own, ...besideOf(measured)]),
    count: () => [],
    mean: () => meanTable(head, 'mean', [own]),
    rate: () => meanTable(head, 'rate', [own]),
  };
  const blocks = [...tables[result.kind](), ...basisTable(measured)];
  const absent = headlineFigure(words, result).absence !== undefined;
  return absent ? blocks.filter(({ kind }) => kind !== 'note') : blocks;
}

/** A zero beside what was never recorded would say too much. */
const isNobody = (absence: Absent | undefined): boolean =>
  absence?.state === 'unavailable' && absence.reason === 'no-eligible';
