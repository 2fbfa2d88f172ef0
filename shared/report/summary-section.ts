import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Block, Cell, Headline, Section } from './blocks.ts';
import { caseloadBlocks } from './caseload-blocks.ts';
import { text } from './cells.ts';
import { glanceOf } from './charts/glance.ts';
import { newsBlocks } from './news-blocks.ts';
import { byPrint, headlinesIn, type Measured, measuredIn } from './measured.ts';
import { answerOf } from './wording/answer.ts';
import { basisInWords } from './wording/basis.ts';
import { erasedInWords } from './wording/erased.ts';
import { rangeOf } from './wording/interval.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { iconsOf } from './wording/icons.ts';
import { targetInBrief } from './wording/target.ts';
import { trendInBrief } from './wording/trend.ts';
import { disclosureInWords, withheldHeadlines } from './withheld.ts';

/** The first page: each headline in a sentence with its figure, what they rest on, what is withheld. */
export function summarySection(document: OutcomeDocument): Section {
  const headlines = headlinesIn(document);
  const { full, further } = byPrint(measuredIn(document));
  const erased = erasedInWords(document);
  return {
    id: 'summary',
    title: 'Summary',
    blocks: [
      ...(erased === undefined ? [] : [{ kind: 'note', text: erased } as const]),
      ...(headlines.length ? [] : [{ kind: 'note', text: 'This pack holds no headline measure.' } as const]),
      ...headlines.map(headline),
      ...caseloadBlocks(document),
      ...newsBlocks(further),
      ...(full.length
        ? [
            { kind: 'heading', text: 'How many people and journeys these figures rest on' } as const,
            {
              kind: 'list',
              items: full.map(
                ({ words, result, title }) => `${title}: ${basisInWords(words, result, document.disclosure)}`,
              ),
            } as const,
          ]
        : []),
      { kind: 'heading', text: 'What is withheld' } as const,
      { kind: 'paragraph', text: `${withheldHeadlines(document)} ${disclosureInWords(document)}` } as const,
    ] satisfies Block[],
  };
}

function headline(measured: Measured): Headline {
  const { document, words, result, title } = measured;
  const figure = headlineFigure(words, result);
  const { lower = null, upper = null } = figure.estimate ?? {};
  const glance = glanceOf(measured);
  const change = figure.estimate && trendInBrief(result, document.definitions[words.id]?.direction);
  return {
    kind: 'headline',
    title,
    figure: figureCell(figure),
    ...(lower === null || upper === null ? {} : { interval: rangeOf(lower, upper, figure.quantity) }),
    icons: figure.estimate ? iconsOf(result.trend) : [],
    ...(glance ? { glance } : {}),
    sentence: answerOf(words, result, document.disclosure)[0],
    ...(result.target && figure.estimate ? { target: targetInBrief(result.target, figure) } : {}),
    ...(change ? { change } : {}),
  };
}

/** A shorthand that large would say nothing. */
function figureCell({ cell, absence }: ReturnType<typeof headlineFigure>): Cell {
  if (absence === undefined) return cell;
  return text(absence.state === 'suppressed' ? 'Withheld' : 'No figure');
}
