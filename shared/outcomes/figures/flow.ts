import type { Flow } from '../computed.ts';
import { countPeople } from './count-people.ts';

type Timed = { readonly who: string; readonly time: number };

/** The distinct people of `ended` between each two of: the start, the reported days, the end of all follow-up. */
export function flowOf(ended: readonly Timed[], days: readonly number[]): Flow {
  return flowBy(days, (from, to) => countPeople(ended, ({ time }) => time > from && time <= to));
}

/** A flow counted by `count`, for every two times of which the second is later. */
export function flowBy(days: readonly number[], count: (from: number, to: number) => number): Flow {
  const times = [0, ...days, Infinity];
  return times.map((from) => times.map((to) => (to <= from ? 0 : count(from, to))));
}
