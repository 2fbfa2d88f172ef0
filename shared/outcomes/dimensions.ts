import type { Placed } from './placed.ts';

/** What every measure is split by, in printing order. */
export const DIMENSIONS = [
  'provider',
  'service',
  'sex',
  'age-band',
  'substance',
  'goal',
  'intervention',
  'children',
  'funding',
] as const;

/** One category in each dimension. */
export type Dimensions = Readonly<Record<(typeof DIMENSIONS)[number], string>>;

/** Each placement's, found once: nearly every measure asks for it and keeps it until all people are known. */
const known = new WeakMap<Placed, Dimensions>();

/** Where a placement, at its provider, stands in each dimension; what was not sent is `not-stated`. */
export function dimensionsOf(provider: string, placement: Placed): Dimensions {
  const found = known.get(placement);
  if (found !== undefined) return found;
  const dimensions = findDimensions(provider, placement);
  known.set(placement, dimensions);
  return dimensions;
}

function findDimensions(provider: string, { data }: Placed): Dimensions {
  return {
    provider,
    service: data.service,
    sex: data.sex,
    'age-band': data.ageBand ?? 'not-stated',
    substance: data.substances[0] ?? 'not-stated',
    goal: data.goal,
    intervention: data.intervention ?? 'not-stated',
    children: data.children ?? 'not-stated',
    funding: data.funding,
  };
}
