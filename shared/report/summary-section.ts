import type { OutcomeDocument } from '../outcomes/document.ts';
import type { Block, Cell, Headline, Section } from './blocks.ts';
import { text } from './cells.ts';
import { headlinesIn, type Measured, measuredIn } from './measured.ts';
import { answerOf } from './wording/answer.ts';
import { basisInWords } from './wording/basis.ts';
import { erasedInWords } from './wording/erased.ts';
import { headlineFigure } from './wording/headline-figure.ts';
import { targetInWords } from './wording/target.ts';
import { disclosureInWords, withheldHeadlines } from './withheld.ts';

/** The first page: each headline in a sentence with its figure, what they rest on, what is withheld. */
export function summarySection(document: OutcomeDocument): Section {
  const headlines = headlinesIn(document);
  const all = measuredIn(document);
  const erased = erasedInWords(document);
  return {
    id: 'summary',
    title: 'Summary',
    blocks: [
      ...(erased === undefined ? [] : [{ kind: 'note', text: erased } as const]),
      ...(headlines.length ? [] : [{ kind: 'note', text: 'This pack holds no headline measure.' } as const]),
      ...headlines.map(headline),
      ...(all.length
        ? [
            { kind: 'heading', text: 'How many people and journeys these figures rest on' } as const,
            {
              kind: 'list',
              items: all.map(
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

function headline({ document, words, result, title }: Measured): Headline {
  const figure = headlineFigure(words, result);
  const { estimate } = figure;
  return {
    kind: 'headline',
    title,
    figure: figureCell(figure),
    ...(estimate
      ? { interval: { value: estimate.value, lower: estimate.lower, upper: estimate.upper } }
      : {}),
    sentence: answerOf(words, result, document.disclosure).join(' '),
    ...(result.target ? { target: targetInWords(result.target, figure) } : {}),
  };
}

/** A shorthand that large would say nothing. */
function figureCell({ cell, absence }: ReturnType<typeof headlineFigure>): Cell {
  if (absence === undefined) return cell;
  return text(absence.state === 'suppressed' ? 'Withheld' : 'No figure');
}
