import type { MeasureResult, OutcomeDocument } from '../outcomes/document.ts';
import type { Block, Chart, Section, Table } from './blocks.ts';
import { headlineChart } from './charts/headline-chart.ts';
import { stackChart } from './charts/stack-chart.ts';
import { definitionBlocks } from './definition-blocks.ts';
import { labelOf } from './labels.ts';
import type { MeasureWords } from './measure-words.ts';
import { basisTable } from './tables/basis-table.ts';
import { figureTables } from './tables/figure-tables.ts';
import { splitTable } from './tables/split-table.ts';
import { answerOf } from './wording/answer.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { inHundredInWords } from './wording/in-hundred.ts';
import { medianInWords } from './wording/survival-answer.ts';
import { targetInWords } from './wording/target.ts';

/**
 * A measure as a section, in the reader's order: question, answer, chart, the numbers behind it, the same under other
 * rules, what stands beside it, groups, definition. Undefined when the document does not hold the measure.
 */
export function measureSection(document: OutcomeDocument, words: MeasureWords): Section | undefined {
  const result = document.measures[words.id];
  if (result === undefined) return undefined;
  const definition = document.definitions[words.id];
  const title = definition?.title ?? labelOf(words.id);
  return {
    id: words.id,
    title,
    blocks: [
      ...(definition ? [{ kind: 'paragraph', role: 'question', text: definition.question } as const] : []),
      ...answerBlocks(words, result),
      ...drawn(headlineChart(words, result, title)),
      ...headlineTables(words, result, title),
      ...sensitivityBlocks(words, result, title),
      ...besideBlocks(words, result, title),
      ...splitBlocks(words, result, title),
      ...(definition ? definitionBlocks(definition) : []),
    ],
  };
}

function answerBlocks(words: MeasureWords, result: MeasureResult): Block[] {
  const headline = headlineFigure(words, result);
  const [answer, ...caveats] = answerOf(words, result);
  const more = [
    ...caveats,
    ...(result.kind === 'survival' ? [medianInWords(result.median)] : []),
    inHundredInWords(result.beside?.occupancy, headline.day),
    result.target && targetInWords(result.target, headline),
  ].filter((sentence) => sentence !== undefined);
  return [
    { kind: 'paragraph', role: 'answer', text: answer },
    ...(more.length ? [{ kind: 'paragraph', text: more.join(' ') } as const] : []),
  ];
}

/** A chart, or a sentence in its place: an empty one is never drawn. */
const drawn = (chart: Chart | undefined): Block[] =>
  chart ? [chart] : [{ kind: 'note', text: 'There is no chart: too few of its figures can be shown.' }];

function headlineTables(words: MeasureWords, result: MeasureResult, title: string): Table[] {
  const basis = basisTable(words, result, title);
  const head = {
    measure: words.id,
    part: 'figures',
    title: `${title}: the numbers`,
    groupTitle: 'Who',
    notes: [],
  };
  return [...figureTables(head, [{ context: words.id, figure: result }]), ...(basis ? [basis] : [])];
}

function sensitivityBlocks(words: MeasureWords, result: MeasureResult, title: string): Block[] {
  const named = Object.entries(result.sensitivity ?? {});
  if (named.length === 0) return [];
  const figures = [['headline', result] as const, ...named].map(([rule, figure]) => ({
    among: { key: rule, label: labelOf(rule) },
    context: words.id,
    figure,
  }));
  return [
    { kind: 'heading', text: 'Under other rules' },
    ...figureTables(
      {
        measure: words.id,
        part: 'rules',
        title: `${title} under other rules`,
        groupTitle: 'Rule',
        notes: ['sensitivity'],
      },
      figures,
    ),
  ];
}

function besideBlocks(words: MeasureWords, result: MeasureResult, title: string): Block[] {
  const named = Object.entries(result.beside ?? {});
  if (named.length === 0) return [];
  const charts = named.flatMap(([name, figure]): Block[] =>
    figure.kind === 'incidence'
      ? drawn(stackChart(`${words.id}.${name}`, figure, labelOf(name, words.id)))
      : [],
  );
  const figures = named.map(([key, figure]) => ({
    among: { key, label: labelOf(key, words.id) },
    context: `${words.id}.${key}`,
    figure,
  }));
  const head = {
    measure: words.id,
    part: 'beside',
    title: `${title}, beside it`,
    groupTitle: 'Figure',
    notes: [],
  };
  return [{ kind: 'heading', text: 'What stands beside it' }, ...charts, ...figureTables(head, figures)];
}

function splitBlocks(words: MeasureWords, result: MeasureResult, title: string): Block[] {
  const table = splitTable(words, result, title);
  return table ? [{ kind: 'heading', text: 'By group' }, table] : [];
}
