import type { Absent } from '../cells.ts';

/** Why there is no figure, as a sentence with the shorthand that stands in tables. */
export function absentInWords(figure: Absent): string {
  if (figure.state === 'suppressed')
    return 'The figure is withheld [c]: publishing it could reveal something about a small number of people.';
  switch (figure.reason) {
    case 'no-eligible':
      return 'There is no figure [z]: nobody was eligible in the period.';
    case 'beyond-follow-up':
      return 'There is no figure [x]: nobody has been followed that long.';
    case 'not-reached':
      return 'There is no figure [x]: the value is not reached.';
    case 'not-published':
      return 'There is no figure [x]: under the rule for small numbers, figures of this kind are not published.';
  }
}
