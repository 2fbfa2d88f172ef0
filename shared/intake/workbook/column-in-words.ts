import type { CellKind, Column } from '../rows/columns.ts';

/**
 * What is to be filled in under a column, in a sentence.
 *
 * @example columnInWords(column) // 'A date, the day first: 04/11/2026.'
 */
export function columnInWords({ name, place, cell, mayBeEmpty }: Column): string {
  if (name === 'id')
    return 'Your own id of the record: letters, figures, full stops, underscores and hyphens.';
  const none = mayBeEmpty ? ' Leave it empty where there is none.' : '';
  switch (place.in) {
    case 'field':
      return `${inWords(cell)}${none}`;
    case 'key':
      return `For ${place.key}: ${lower(inWords(cell))} Leave it empty where it is not known.`;
    case 'entry':
      return `For ${place.key}: ${lower(inWords(cell))} Leave it empty where there is none.`;
    case 'group':
      return `Of number ${place.number}: ${lower(inWords(cell))} Leave all of a number empty where there is none; add columns for more.`;
  }
}

function inWords(cell: CellKind): string {
  switch (cell.kind) {
    case 'text':
      return 'A code or reference: letters, figures, full stops, underscores and hyphens; never a name.';
    case 'date':
      return 'A date, the day first: 04/11/2026.';
    case 'instant':
      return 'A date and a time of day in London: 04/11/2026 16:00.';
    case 'yes-no':
      return 'Yes or no.';
    case 'number': {
      const { least, most, whole } = cell;
      const range = least === undefined || most === undefined ? '' : ` from ${least} to ${most}`;
      return `A ${whole ? 'whole number' : 'number'}${range}.`;
    }
    case 'choice':
      return `One of: ${cell.allowed.join(', ')}.`;
    case 'list':
      return cell.of.kind === 'choice'
        ? `One or more, with semicolons between them, of: ${cell.of.allowed.join(', ')}.`
        : 'One or more codes or references, with semicolons between them.';
  }
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
