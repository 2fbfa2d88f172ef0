import { AppError, type FieldIssue } from '../../platform/errors.ts';
import type { RecordTypeName } from '../../records/registry.ts';
import { columnLetter } from '../../xlsx/column-letter.ts';
import { firstIssues } from '../first-issues.ts';
import { type Column, columnsOf } from './columns.ts';
import { nearestName } from './nearest-name.ts';
import type { Cell } from './read-cell.ts';

/**
 * Finds the column that each name in a sheet's first row means; nothing for a column without a name. Names are as the
 * fields are: spaces around them are passed over, and nothing else is.
 *
 * @throws AppError 422 `wrong-columns`, with the columns that are unknown, missing or there twice, before any row is read
 */
export function readHeader(type: RecordTypeName, cells: readonly Cell[]): readonly (Column | undefined)[] {
  const issues = headerIssues(type, cells);
  if (issues.length > 0) {
    const detail = 'The columns are not right; no row was read. Correct the first row and send it again.';
    throw new AppError(422, 'wrong-columns', detail, { issues });
  }
  const byName = new Map(columnsOf(type).map((column) => [column.name, column]));
  return cells.map((cell) => byName.get(nameIn(cell)));
}

/**
 * What is wrong with a sheet's first row: the first twenty problems, then how many more there are. A name that is not ours
 * is told by its column's letter: it may be a value.
 */
export function headerIssues(type: RecordTypeName, cells: readonly Cell[]): FieldIssue[] {
  const columns = columnsOf(type);
  const names = columns.map(({ name }) => name);
  const sent = cells.map(nameIn);
  const missing = missingIn(columns, sent);
  const unknown = sent.flatMap((name, index) =>
    name === '' || names.includes(name) ? [] : [unknownColumn(name, index, names, missing)],
  );
  const repeated = names.filter((name) => sent.indexOf(name) !== sent.lastIndexOf(name));
  return firstIssues([
    ...unknown,
    ...missing.map((field) =>
      issue(field, 'missing-column', 'there is no column of this name; it is needed'),
    ),
    ...repeated.map((field) => {
      const letters = sent.flatMap((name, index) => (name === field ? [columnLetter(index)] : []));
      return issue(field, 'repeated-column', `columns ${letters.join(' and ')} have this name; keep one`);
    }),
  ]);
}

const nameIn = (cell: Cell) => (cell === undefined ? '' : String(cell).trim());

/** Columns that are needed, and of a field that is needed and has several columns the first, where none is there. */
function missingIn(columns: readonly Column[], sent: readonly string[]): string[] {
  const needed = columns.filter(({ name, required }) => required && !sent.includes(name));
  const spread = columns.filter(({ required, mayBeEmpty }) => mayBeEmpty && !required);
  const fields = Map.groupBy(spread, ({ field }) => field);
  const absent = [...fields.values()].filter((ofField) => !ofField.some(({ name }) => sent.includes(name)));
  return [...needed, ...absent.flatMap(([first]) => first ?? [])].map(({ name }) => name);
}

function unknownColumn(
  name: string,
  index: number,
  names: readonly string[],
  missing: readonly string[],
): FieldIssue {
  const nearest = nearestName(name, missing) ?? nearestName(name, names);
  const advice = nearest === undefined ? 'leave it out' : `did you mean ${nearest}?`;
  return issue(
    `column ${columnLetter(index)}`,
    'unknown-column',
    `there is no column of this name; ${advice}`,
  );
}

const issue = (field: string, code: string, message: string): FieldIssue => ({ field, code, message });
