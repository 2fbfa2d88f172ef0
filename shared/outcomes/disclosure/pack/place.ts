/** Where a figure stands in a document. */
export type Place = {
  readonly measure: string;
  readonly part: 'headline' | 'sensitivity' | 'beside' | 'split' | 'cohort';
  /** Which sensitivity, figure beside, dimension, or part of the cohort; empty for the headline. */
  readonly name: string;
  /** The category of a split, the provider of a cohort. */
  readonly category: string;
};

/**
 * A place as one text, to find it by.
 *
 * @example placeKey({ measure: 'delivery', part: 'split', name: 'sex', category: 'female' }) // 'delivery|split|sex|female'
 */
export function placeKey({ measure, part, name, category }: Place): string {
  return [measure, part, name, category].join('|');
}

/** The key of a place, told by what there is of it. */
export function keyAt(measure: string, part: Place['part'], name = '', category = ''): string {
  return placeKey({ measure, part, name, category });
}
