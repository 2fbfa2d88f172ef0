import { dimensionsOf } from './dimensions.ts';
import { placementInMonth } from './in-treatment.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import type { PersonHistory } from './person-history.ts';

/**
 * Somebody as the measures of a month see them: in the splits by the latest placement open in it. Whoever has only
 * what names the commissioner, before a first placement has started, is in no split.
 */
export function personInMonth(history: PersonHistory, period: Period): Observation {
  const { who, provider } = history;
  const placement = placementInMonth(history, period);
  return placement === undefined ? { who } : { who, dimensions: dimensionsOf(provider, placement) };
}
