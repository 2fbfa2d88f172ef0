import type { Quantity } from '../blocks.ts';

/** What a number is of, in a column beside numbers of several kinds. */
export const UNITS: Record<Quantity, string> = {
  share: 'percent',
  count: 'number',
  days: 'days',
  points: 'points',
  rate: 'a person-week',
};
