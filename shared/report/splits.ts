import type { Figure, MeasureResult } from '../outcomes/document.ts';
import { absencesOf, reasonOf } from './absence.ts';
import { categoryLabel } from './category-label.ts';
import type { Absent } from './cells.ts';
import { lowered } from './first-letter.ts';
import { labelOf } from './labels.ts';
import { listInWords } from './list-in-words.ts';
import type { Measured } from './measured.ts';
import { headlineFigure } from './wording/headline-figure.ts';

type Category = { label: string; figure: Figure; absence: Absent | undefined };

/** One dimension with its categories in words. */
export type Dimension = { key: string; label: string; categories: Category[] };

/** The dimensions that are printed, and a sentence for each reason why others are not. */
export type Splits = { printed: Dimension[]; leftOut: string[] };

/**
 * A measure's splits, as far as they tell a reader anything: a dimension of one category only repeats the whole, and
 * one of which no group has its figure says nothing. Both are named; the data sheet and the CSV list them. The one
 * category of a figure that is not shown is not named: it would say what the people behind it have in common.
 */
export function splitsOf({ document, words, result }: Measured): Splits {
  const all = Object.entries(result.splits ?? {}).flatMap(([dimension, categories]): Dimension[] => {
    const entries = Object.entries(categories);
    if (entries.length === 0) return [];
    return [
      {
        key: dimension,
        label: labelOf(dimension),
        categories: entries.map(([category, figure]) => ({
          label: categoryLabel(category, dimension, document.providers),
          figure,
          absence: absenceAt(words, figure),
        })),
      },
    ];
  });
  const single = all.filter((dimension) => {
    const [only, ...more] = inhabited(dimension);
    return only !== undefined && more.length === 0 && only.absence === undefined;
  });
  const several = all.filter((dimension) => !single.includes(dimension));
  const hidden = several.filter(({ categories }) => categories.every(({ absence }) => absence));
  const byReason = Map.groupBy(hidden, whyHidden);
  return {
    printed: several.filter((dimension) => !hidden.includes(dimension)),
    leftOut: [
      ...[...byReason].map(([reason, dimensions]) => `Not split by ${names(dimensions)}: ${reason}.`),
      ...(single.length
        ? [`Not split by ${listInWords(single.map(inOneGroup))}: all are in one group.`]
        : []),
    ],
  };
}

/** The categories that anybody is in. */
const inhabited = ({ categories }: Dimension): Category[] =>
  categories.filter(({ absence }) => absence?.state !== 'unavailable' || absence.reason !== 'no-eligible');

const inOneGroup = (dimension: Dimension): string => {
  const { key, label } = dimension;
  const group = inhabited(dimension)[0]?.label ?? '';
  return `${lowered(label)} (${key === 'provider' ? group : lowered(group)})`;
};

const names = (dimensions: readonly Dimension[]): string =>
  listInWords(dimensions.map(({ label }) => lowered(label)));

/** Groups that nobody is in are no reason where others are withheld. */
function whyHidden({ categories }: Dimension): string {
  const absences = categories.flatMap(({ absence }) => absence ?? []);
  if (absences.some(({ state }) => state === 'suppressed')) return 'no group is large enough to show [c]';
  const reasons = [...new Set(absences.map(reasonOf))].sort();
  const others = reasons.filter((reason) => reason !== NOBODY_ELIGIBLE);
  return (others.length ? others : reasons).join('; ');
}

const NOBODY_ELIGIBLE = reasonOf({ state: 'unavailable', reason: 'no-eligible' });

/** Why a group has no headline figure. */
function absenceAt(words: Measured['words'], figure: Figure): Absent | undefined {
  if (!isHeadline(figure)) return absencesOf(figure)[0];
  return headlineFigure(words, figure).absence;
}

const isHeadline = (figure: Figure): figure is Extract<Figure, { kind: MeasureResult['kind'] }> =>
  figure.kind !== 'count' && figure.kind !== 'median';
