import type { Interval } from './few.ts';
import type { Form } from './knowledge.ts';
import { amount } from './lines.ts';
import type { Region } from './region.ts';

/**
 * The range of a form where one equation is all there is, and it takes nothing away: what is above the floors can all
 * be put on the count it does most or least for. Undefined where more than that is known.
 *
 * @example x + y = 8, both at least 1: x is from 1 to 7
 */
export function sumRange({ truth, floor, equations, atLeast }: Region, form: Form): Interval | undefined {
  const [sum, ...others] = equations;
  if (sum === undefined || others.length > 0 || atLeast.length > 0) return undefined;
  if (sum.length < truth.length || sum.some(({ times }) => times <= 0)) return undefined;
  const timesOf = new Map(form.map(({ atom, times }) => [atom, times]));
  const each = sum.map(({ atom, times }) => (timesOf.get(atom) ?? 0) / times);
  const base = amount(form, floor);
  const rest = amount(sum, truth) - amount(sum, floor);
  return { lower: base + rest * Math.min(...each), upper: base + rest * Math.max(...each) };
}
