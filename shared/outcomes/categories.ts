import type { Dimensions } from './dimensions.ts';
import type { Observation } from './observation.ts';

/** The observations of each category of a dimension, categories in alphabetical order. */
export function categories<One extends Observation>(
  observations: readonly One[],
  dimension: keyof Dimensions,
): Record<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of observations) {
    if (one.dimensions === undefined) continue;
    const category = one.dimensions[dimension];
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [one]);
    else group.push(one);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
