import type { TagOf } from '../privacy/person-tags.ts';

/** The tag of a placement: what stands for it where its id must not be kept. */
export type PlacementTagOf = (provider: string, placement: string) => Promise<string>;

/** Makes it by the key of people's tags; no reference of a person has a colon in it. */
export function placementTags(tagOf: TagOf): PlacementTagOf {
  return (provider, placement) => tagOf({ provider, personRef: `placement:${placement}` });
}
