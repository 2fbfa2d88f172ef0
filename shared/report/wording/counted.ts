import type { Count, OutcomeDocument } from '../../outcomes/document.ts';
import { formatCount } from '../../render/format.ts';

/** The rule small numbers are withheld by: under `hes7round5` every number is a rounded one, and is told as such. */
export type Disclosure = OutcomeDocument['disclosure'];

/**
 * A number with its noun, agreeing.
 *
 * @example counted(1, ['lapse', 'lapses'], 'lt5') // '1 lapse'
 * @example counted(70, ['person', 'people'], 'hes7round5') // 'about 70 people (rounded to five)'
 * @example counted({ state: 'suppressed' }, ['lapse', 'lapses'], 'lt5') // 'a withheld number [c] of lapses'
 */
export function counted(
  count: Count,
  [one, many]: readonly [string, string],
  disclosure: Disclosure,
): string {
  if (typeof count !== 'number') return `a withheld number [c] of ${many}`;
  const number = `${formatCount(count)} ${count === 1 ? one : many}`;
  return disclosure === 'hes7round5' && count > 0 ? `about ${number} (rounded to five)` : number;
}
