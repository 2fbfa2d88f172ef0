import type { Form } from '../audit/knowledge.ts';
import { plus } from './draft.ts';

/**
 * What lies between some of a curve's reported days, before the first and after the last, of what lies between all.
 *
 * @example sumsBetween([a, b, c], [28, 84], [84]) // [a + b, c]
 */
export function sumsBetween(
  forms: readonly Form[],
  days: readonly number[],
  some: readonly number[],
): readonly Form[] {
  const ends = [...some.map((day) => days.indexOf(day) + 1), forms.length];
  return ends.map((end, index) => plus(...forms.slice(ends[index - 1] ?? 0, end)));
}
