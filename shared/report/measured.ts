import type { MeasureResult, OutcomeDocument } from '../outcomes/document.ts';
import { labelOf } from './labels.ts';
import type { MeasureWords } from './measure-words.ts';
import { furtherMeasures, headlineMeasures, isInFull } from './order.ts';

/** A measure with all that its section is written from. */
export type Measured = {
  document: OutcomeDocument;
  words: MeasureWords;
  result: MeasureResult;
  title: string;
};

/** The measures of a document in the reader's order; those that it does not hold are left out. */
export const measuredIn = (document: OutcomeDocument): Measured[] => [
  ...headlinesIn(document),
  ...measured(document, furtherMeasures(document)),
];

/** Those of them that are printed in full, and the others. */
export function byPrint(measures: readonly Measured[]): { full: Measured[]; further: Measured[] } {
  return {
    full: measures.filter(({ words }) => isInFull(words)),
    further: measures.filter(({ words }) => !isInFull(words)),
  };
}

/** The headline measures among them. */
export const headlinesIn = (document: OutcomeDocument): Measured[] => measured(document, headlineMeasures);

const measured = (document: OutcomeDocument, measures: readonly MeasureWords[]): Measured[] =>
  measures.flatMap((words) => {
    const result = document.measures[words.id];
    return result ? [{ document, words, result, title: titleOf(document, words) }] : [];
  });

const titleOf = (document: OutcomeDocument, { id, title }: MeasureWords): string =>
  title ?? document.definitions[id]?.title ?? labelOf(id);
