import type { OutcomeDocument } from '../outcomes/document.ts';
import { listInWords } from './list-in-words.ts';
import { byPrint, measuredIn } from './measured.ts';
import { headlineFigure } from './wording/headline-figure.ts';

/** What each rule for small numbers withholds. */
export const DISCLOSURE_RULES: Record<OutcomeDocument['disclosure'], string> = {
  lt5: 'Single numbers of one to four people are withheld [c], with the figure they belong to. Zero is shown.',
  hes7round5:
    'Single numbers of one to seven people are withheld [c], with the figure they belong to, and all others are ' +
    'rounded to the nearest five; percentages and intervals are computed from the rounded numbers. Shares that ' +
    'follow people from day to day are not published [x]. Zero is shown.',
};

/** What the rule for small numbers withholds, and what it does not protect against. */
export const disclosureInWords = ({ disclosure, commissionerName }: OutcomeDocument): string =>
  `${DISCLOSURE_RULES[disclosure]} ${BEYOND[disclosure]} This pack is for ${commissionerName} and not for publication.`;

const BEYOND: Record<OutcomeDocument['disclosure'], string> = {
  lt5:
    'Where a withheld number could be worked out from the other numbers of this pack, in one table or in several put ' +
    'together, more is withheld with it.',
  hes7round5:
    'Since every number is rounded by itself, numbers do not quite add up. Where a withheld number could nearly be ' +
    'worked out all the same, more is withheld with it.',
};

/** Which headline figures are withheld: those of the measures in full by name, the others by their number. */
export function withheldHeadlines(document: OutcomeDocument): string {
  const { full, further } = byPrint(
    measuredIn(document).filter(
      ({ words, result }) => headlineFigure(words, result).absence?.state === 'suppressed',
    ),
  );
  const others = further.length === 1 ? 'one other measure' : `${further.length} other measures`;
  const withheld = [...full.map(({ title }) => title), ...(further.length ? [others] : [])];
  if (withheld.length === 0) return 'No headline figure is withheld.';
  const several = full.length + further.length > 1;
  return `The headline ${several ? 'figures' : 'figure'} of ${listInWords(withheld)} ${several ? 'are' : 'is'} withheld [c].`;
}
