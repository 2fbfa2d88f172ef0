import type { ComputedOutcomes } from '../computed.ts';
import type { UnusualVolume } from '../document.ts';
import { rules } from './rules.ts';

/**
 * Which unusual numbers of records may be told: where few people are behind the month's records or behind those that
 * say what is usual, it would be told of them. That there are none is told of nobody.
 */
export function toldVolumes({
  volumes = [],
  disclosure,
}: Pick<ComputedOutcomes, 'volumes' | 'disclosure'>): UnusualVolume[] {
  const { isSmall } = rules[disclosure];
  return volumes
    .filter(({ people }) => !isSmall(people.inMonth) && !isSmall(people.before))
    .map(({ provider, type, found }) => ({ provider, type, found }));
}
