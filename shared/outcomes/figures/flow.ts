import type { Flow } from '../computed.ts';
import type { CountAlike } from './count-alike.ts';

/**
 * For each two of: the start, the reported days, the end of all follow-up, of which the second is later, the distinct
 * people with an item that `passes` between them; `count` has them by the same days.
 */
export function flowOf<Item>(
  count: CountAlike<Item>,
  days: readonly number[],
  passes: (item: Item, from: number, to: number) => boolean,
): Flow {
  const times = [0, ...days, Infinity];
  return times.map((from) => times.map((to) => (to <= from ? 0 : count((item) => passes(item, from, to)))));
}

/** Whether a time of follow-up is after `from` and not after `to`. */
export function isBetween({ time }: { readonly time: number }, from: number, to: number): boolean {
  return time > from && time <= to;
}
