import type { OutcomeDocument } from '../outcomes/document.ts';
import { listInWords } from './list-in-words.ts';
import { measuredIn } from './measured.ts';
import { headlineFigure } from './wording/headline-figure.ts';

const FIGURES: Record<OutcomeDocument['disclosure'], string> = {
  lt5: 'Single numbers of one to four people are withheld [c], with the figure they belong to. Zero is shown.',
  hes7round5:
    'Single numbers of one to seven people are withheld [c], with the figure they belong to, and all others are ' +
    'rounded to the nearest five; percentages and intervals are computed from the rounded numbers. Shares that ' +
    'follow people from day to day are not published [x]. Zero is shown.',
};

/** What the rule for small numbers withholds, and what it does not protect against. */
export const disclosureInWords = ({ disclosure, commissionerName }: OutcomeDocument): string =>
  `${FIGURES[disclosure]} Some withheld numbers could still be worked out from totals and other tables: this pack is for ${commissionerName} and not for publication.`;

/** Which headline figures are withheld. */
export function withheldHeadlines(document: OutcomeDocument): string {
  const withheld = measuredIn(document).filter(
    ({ words, result }) => headlineFigure(words, result).absence?.state === 'suppressed',
  );
  if (withheld.length === 0) return 'No headline figure is withheld.';
  const titles = listInWords(withheld.map(({ title }) => title));
  return withheld.length === 1
    ? `The headline figure of ${titles} is withheld [c].`
    : `The headline figures of ${titles} are withheld [c].`;
}
