import type { Absent } from '../cells.ts';

/**
 * Why there is no figure, as a sentence with the shorthand that stands in tables.
 *
 * @example absentInWords({ state: 'suppressed' }, 'figure for day 84') // 'The figure for day 84 is withheld [c]: …'
 */
export function absentInWords(figure: Absent, what = 'figure'): string {
  if (figure.state === 'suppressed')
    return `The ${what} is withheld [c]: too few people are behind it, or behind a part of it.`;
  switch (figure.reason) {
    case 'no-eligible':
      return `There is no ${what} [z]: nobody was eligible in the period.`;
    case 'beyond-follow-up':
      return `There is no ${what} yet [x]: nobody has been followed that long.`;
    case 'not-reached':
      return `There is no ${what} [x]: the value is not reached.`;
    case 'not-recorded':
      return `There is no ${what} [x]: nothing of the kind has been recorded yet.`;
    case 'not-published':
      return `There is no ${what} [x]: figures of this kind are not published under the rule for small numbers.`;
  }
}
