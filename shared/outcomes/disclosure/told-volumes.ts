import type { ComputedOutcomes } from '../computed.ts';
import type { UnusualVolume } from '../document.ts';
import { rules } from './rules.ts';

/**
 * Which unusual numbers of records may be told: where few people are behind the month's records or behind those that
 * say what is usual, it would be told of them. That there are none is told of nobody; but it tells the zero of a figure that is withheld.
 *
 * @param hidesOf whether any figure of a provider is withheld
 */
export function toldVolumes(
  { volumes = [], disclosure }: Pick<ComputedOutcomes, 'volumes' | 'disclosure'>,
  hidesOf: (provider: string) => boolean,
): UnusualVolume[] {
  const { isSmall } = rules[disclosure];
  return volumes
    .filter(({ people }) => !isSmall(people.inMonth) && !isSmall(people.before))
    .filter(({ provider, found }) => found !== 'none' || !hidesOf(provider))
    .map(({ provider, type, found }) => ({ provider, type, found }));
}
