import type { FieldIssue } from '../../platform/errors.ts';
import { firstIssues } from '../first-issues.ts';
import { columnsOf } from './columns.ts';
import { type Row, TOO_MANY_CELLS } from './read-row.ts';

/**
 * What is wrong with a row, by the sender's columns: the problems of the record it was read as, under the columns that
 * the fields came from, and in place of those of a cell that could not be read why it could not; the first twenty, then how
 * many more there are. Of a row with too many cells that alone is told.
 *
 * @example rowIssues(row, [{ field: 'results.0.result', … }]) // [{ field: 'results.alcohol', … }]
 */
export function rowIssues(
  { type, unread, places }: Pick<Row, 'type' | 'unread' | 'places'>,
  issues: readonly FieldIssue[],
): FieldIssue[] {
  const tooMany = unread.filter(({ code }) => code === TOO_MANY_CELLS);
  if (tooMany.length > 0) return tooMany;
  const names = new Set(columnsOf(type).map(({ name }) => name));
  const told = issues.map((issue) => ({ ...issue, field: columnOf(issue.field, places, names) }));
  const replaced = new Set(unread.map(({ field }) => field));
  const isNameless = unread.some(({ code }) => code === 'column-without-name');
  return firstIssues([
    ...unread,
    ...told.filter(({ field }) => !replaced.has(field) && !(isNameless && field === UNNAMED)),
  ]);
}

/** What a field without a name of ours is called in the problems of its record. */
const UNNAMED = '(unnamed)';

function columnOf(field: string, places: Row['places'], names: ReadonlySet<string>): string {
  const parts = field.split('.');
  const entry = places[parts.slice(0, 2).join('.')];
  const path = entry === undefined ? parts : [...entry.split('.'), ...parts.slice(2)];
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.');
    if (names.has(name)) return name;
  }
  return field;
}
