import type { Population } from './computed.ts';
import type { DIMENSIONS } from './dimensions.ts';

/** Populations that are one category of another, so that whoever knows both knows the others in it. */
export const WITHIN: Readonly<
  Partial<
    Record<
      Population,
      { readonly of: Population; readonly dimension: (typeof DIMENSIONS)[number]; readonly category: string }
    >
  >
> = {
  'women-in-treatment': { of: 'in-treatment', dimension: 'sex', category: 'female' },
};
