import type { Count } from '../../outcomes/document.ts';
import { formatCount } from '../../render/format.ts';

/**
 * A number with its noun, agreeing.
 *
 * @example counted(1, ['lapse', 'lapses']) // '1 lapse'
 * @example counted({ state: 'suppressed' }, ['lapse', 'lapses']) // 'a withheld number [c] of lapses'
 */
export function counted(count: Count, [one, many]: readonly [string, string]): string {
  if (typeof count !== 'number') return `a withheld number [c] of ${many}`;
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
