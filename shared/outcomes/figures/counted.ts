import type { Counted } from '../computed.ts';
import { countPeople } from './count-people.ts';

/** How many units, and how many distinct people are behind them. */
export function counted(units: readonly { readonly who: string }[]): Counted {
  return { count: units.length, people: countPeople(units) };
}
