import type { Figure, OutcomeDocument } from '../../document.ts';
import type { Place } from './place.ts';

/** The figure at a place of a document; undefined where it has none. */
export function figureAt(
  { measures }: Pick<OutcomeDocument, 'measures'>,
  { measure, part, name, category }: Place,
): Figure | undefined {
  const result = measures[measure];
  switch (part) {
    case 'headline':
      return result;
    case 'sensitivity':
      return result?.sensitivity?.[name];
    case 'beside':
      return result?.beside?.[name];
    case 'split':
      return result?.splits?.[name]?.[category];
    case 'cohort':
      return name === 'point'
        ? result?.cohort?.point
        : name === 'matured'
          ? result?.cohort?.matured
          : result?.cohort?.providers[category];
  }
}
