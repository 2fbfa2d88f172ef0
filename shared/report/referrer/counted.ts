import { formatCount } from '../../render/format.ts';

/**
 * A number with its noun, agreeing. Nothing is withheld here: the whole document is about one person.
 *
 * @example counted(1, ['lapse', 'lapses']) // '1 lapse'
 */
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
