import type { Dimensions } from './dimensions.ts';

/** One small fact a measure keeps of a person; without `dimensions` it is in no split. */
export type Observation = { readonly who: string; readonly dimensions?: Dimensions };
