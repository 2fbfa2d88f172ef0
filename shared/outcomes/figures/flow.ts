import type { Flow } from '../computed.ts';
import { countPeople } from './count-people.ts';

/** The distinct people of `ended` between each two of: the start, the reported days, the end of all follow-up. */
export function flowOf(
  ended: readonly { readonly who: string; readonly time: number }[],
  days: readonly number[],
): Flow {
  const times = [0, ...days, Infinity];
  return times.map((from) =>
    times.map((to) => (to <= from ? 0 : countPeople(ended, ({ time }) => time > from && time <= to))),
  );
}
