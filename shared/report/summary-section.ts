import type { Count, MeasureResult, OutcomeDocument } from '../outcomes/document.ts';
import type { Block, Headline, Section, Table } from './blocks.ts';
import { absent, limit, percent, text } from './cells.ts';
import { figureRows } from './figures.ts';
import { labelOf } from './labels.ts';
import type { MeasureWords } from './measure-words.ts';
import { furtherMeasures, headlineMeasures } from './order.ts';
import { answerOf } from './wording/answer.ts';
import { counted } from './wording/counted.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { followedInWords } from './wording/incidence-answer.ts';
import { isShare, targetInWords } from './wording/target.ts';

/** The first page: each headline in a sentence with its figure, what they rest on, what is withheld. */
export function summarySection(document: OutcomeDocument): Section {
  const results = (measures: readonly MeasureWords[]) =>
    measures.flatMap((words) => {
      const result = document.measures[words.id];
      return result ? [{ words, result, title: titleOf(document, words) }] : [];
    });
  const headlines = results(headlineMeasures);
  const all = [...headlines, ...results(furtherMeasures(document))];
  const basis = all.flatMap(({ words, result, title }) => {
    const behind = basisInWords(words, result);
    return behind ? [`${title}: ${behind}`] : [];
  });
  return {
    id: 'summary',
    title: 'Summary',
    blocks: [
      ...(headlines.length ? [] : [{ kind: 'note', text: 'This pack holds no headline measure.' } as const]),
      ...headlines.map(({ words, result, title }) => headline(words, result, title)),
      ...(basis.length
        ? [
            { kind: 'heading', text: 'How many people and journeys these figures rest on' } as const,
            { kind: 'list', items: basis } as const,
          ]
        : []),
      { kind: 'heading', text: 'What is withheld' } as const,
      { kind: 'paragraph', text: withheldInWords(document) } as const,
    ] satisfies Block[],
  };
}

const titleOf = (document: OutcomeDocument, { id }: MeasureWords): string =>
  document.definitions[id]?.title ?? labelOf(id);

function headline(words: MeasureWords, result: MeasureResult, title: string): Headline {
  const figure = headlineFigure(words, result);
  const { estimate } = figure;
  return {
    kind: 'headline',
    title,
    figure: figure.cell,
    ...(estimate
      ? { interval: { value: estimate.value, lower: estimate.lower, upper: estimate.upper } }
      : {}),
    sentence: answerOf(words, result).join(' '),
    ...(result.target ? { target: targetInWords(result.target, figure) } : {}),
  };
}

/** How many stand behind a measure, or nothing where nobody does. */
function basisInWords(words: MeasureWords, result: MeasureResult): string {
  switch (result.kind) {
    case 'survival':
      return `${counted(result.journeys, words.unit)} with ${counted(result.events, ['event', 'events'])}`;
    case 'incidence':
      return followedInWords(result);
    case 'proportion': {
      const behind: Count | undefined = result.state === 'estimated' ? result.denominator : undefined;
      return behind === undefined ? '' : counted(behind, words.unit);
    }
  }
}

function withheldInWords(document: OutcomeDocument): string {
  const rows = figureRows(document);
  const withheld = rows.filter(
    ({ state, withheld: fields }) => state === 'suppressed' || fields !== '',
  ).length;
  if (withheld === 0) return 'No figure of this pack is withheld.';
  const figures = counted(withheld, ['figure is', 'figures are']);
  const which = withheld === 1 ? 'It is' : 'They are';
  return `${figures} withheld, in whole or in part, so that nothing can be learnt about a small number of people. ${which} shown as [c] wherever ${withheld === 1 ? 'it' : 'they'} would stand.`;
}

/** The headlines as one table, for the workbook. */
export function summaryTable(document: OutcomeDocument): Table {
  const rows = [...headlineMeasures, ...furtherMeasures(document)].flatMap((words) => {
    const result = document.measures[words.id];
    if (result === undefined) return [];
    const { cell, estimate } = headlineFigure(words, result);
    const { target } = result;
    return [
      [
        text(titleOf(document, words)),
        cell,
        ...(estimate ? [limit(estimate.lower), limit(estimate.upper)] : [cell, cell]),
        isShare(target) ? percent(target.value) : text('none set'),
        text(answerOf(words, result).join(' ')),
      ],
    ];
  });
  return {
    kind: 'table',
    id: 'Summary',
    title: 'Summary of the measures',
    columns: [
      { title: 'Measure' },
      { title: 'Headline figure', numeric: true },
      { title: 'Lower 95% limit', numeric: true },
      { title: 'Upper 95% limit', numeric: true },
      { title: 'Target', numeric: true },
      { title: 'In words' },
    ],
    groups: [
      {
        rows: rows.length
          ? rows
          : [
              [
                text('None'),
                ...Array.from({ length: 4 }, () => absent(nobody)),
                text('This pack holds no measure.'),
              ],
            ],
      },
    ],
    notes: ['own-services', 'two-providers', 'interval'],
  };
}

const nobody = { state: 'unavailable', reason: 'no-eligible' } as const;
