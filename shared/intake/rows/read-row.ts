import type { FieldIssue } from '../../platform/errors.ts';
import type { RecordTypeName } from '../../records/registry.ts';
import { columnLetter } from '../../xlsx/column-letter.ts';
import type { Column } from './columns.ts';
import { type Cell, readCell } from './read-cell.ts';

/** One row as the record that was sent in it, ready for `readRecord`. */
export type Row = {
  /** As the sender's spreadsheet numbers it: the header is 1, the first row of data 2. */
  readonly row: number;
  readonly type: RecordTypeName;
  readonly id: unknown;
  readonly value: Readonly<Record<string, unknown>>;
  /** Why cells could not be read, by column. What is in `value` of these, no schema accepts. */
  readonly unread: readonly FieldIssue[];
  /** Entries of lists to the columns they came from: `results.0` to `results.alcohol`. */
  readonly places: Readonly<Record<string, string>>;
};

/**
 * Makes the reader of a sheet's rows, of the columns that `readHeader` found. It answers nothing of a row that is blank.
 *
 * @param form `csv` where a row with more cells than the header is not to be read: its values may stand under the wrong
 *   columns. A workbook names the column of every cell
 * @example rowReader('lapse', readHeader('lapse', ['id', 'personRef', …]))(2, ['L-1', 'SU-1', …])
 */
export function rowReader(
  type: RecordTypeName,
  header: readonly (Column | undefined)[],
  form: 'csv' | 'sheet' = 'sheet',
): (row: number, cells: readonly Cell[]) => Row | undefined {
  const mayBeEmpty = emptyFields(header);
  return (row, cells) => {
    const record = new Map<string, unknown>();
    const unread: FieldIssue[] = [];
    const places: Record<string, string> = {};
    const groups = new Map<string, Map<number, Record<string, unknown>>>();
    let hasNameless = false;
    cells.forEach((raw, index) => {
      const cell = typeof raw === 'string' ? raw.trim() : raw;
      if (cell === undefined || cell === '') return;
      const column = header[index];
      if (column === undefined) {
        // Told once: a row may have any number of them.
        if (hasNameless) return;
        hasNameless = true;
        const issue = withoutName(index);
        unread.push(issue);
        record.set(issue.field, cell);
        return;
      }
      const { value = cell, why } = readCell(column.cell, cell);
      if (why !== undefined) unread.push({ field: column.name, ...why });
      put(column, value, { record, groups, places });
    });
    if (record.size === 0 && groups.size === 0) return undefined;
    if (form === 'csv' && cells.length > header.length) {
      const issue = tooManyCells(header.length);
      unread.unshift(issue);
      record.set(issue.field, '');
    }
    for (const [field, numbered] of groups) {
      const entries = [...numbered].sort(([a], [b]) => a - b);
      entries.forEach(([number], i) => (places[`${field}.${i}`] = `${field}.${number}`));
      record.set(
        field,
        entries.map(([, entry]) => entry),
      );
    }
    for (const [field, empty] of mayBeEmpty) if (!record.has(field)) record.set(field, empty());
    const { id, ...value } = Object.fromEntries(record);
    return { row, type, id, value, unread, places };
  };
}

type Made = {
  readonly record: Map<string, unknown>;
  readonly groups: Map<string, Map<number, Record<string, unknown>>>;
  readonly places: Record<string, string>;
};

function put({ name, field, place }: Column, value: unknown, { record, groups, places }: Made): void {
  switch (place.in) {
    case 'field':
      record.set(field, value);
      break;
    case 'key':
      record.set(field, { ...objectAt(record, field), [place.key]: value });
      break;
    case 'entry': {
      const entries = listAt(record, field);
      places[`${field}.${entries.length}`] = name;
      record.set(field, [...entries, { [place.names]: place.key, ...said(String(value), place) }]);
      break;
    }
    case 'group': {
      const numbered = groups.get(field) ?? new Map<number, Record<string, unknown>>();
      groups.set(field, numbered);
      numbered.set(place.number, { ...numbered.get(place.number), [place.part]: value });
    }
  }
}

/** `positive explained` says `result: 'positive'` and `explained: true`. */
function said(text: string, { says, flags }: { readonly says: string; readonly flags: readonly string[] }) {
  const flag = flags.find((each) => text.endsWith(` ${each}`));
  return flag === undefined ? { [says]: text } : { [says]: text.slice(0, -flag.length - 1), [flag]: true };
}

function objectAt(record: ReadonlyMap<string, unknown>, field: string): object {
  const value = record.get(field);
  return typeof value === 'object' && value !== null ? value : {};
}

function listAt(record: ReadonlyMap<string, unknown>, field: string): unknown[] {
  const value: unknown = record.get(field);
  return Array.isArray(value) ? value : [];
}

/** The fields of the sheet's columns that a record needs but that may hold nothing, and that nothing. */
function emptyFields(header: readonly (Column | undefined)[]) {
  const columns = header.flatMap((column) => (column?.mayBeEmpty === true ? [column] : []));
  return new Map(
    columns.map(({ field, place }) => [field, place.in === 'key' ? () => ({}) : () => []] as const),
  );
}

function withoutName(index: number): FieldIssue {
  return {
    field: `column ${columnLetter(index)}`,
    code: 'column-without-name',
    message: 'there is a value here, but the column has no name in the first row',
  };
}

/** What is told of a row with more cells than the header. What else seems wrong with it may be of shifted values. */
export const TOO_MANY_CELLS = 'too-many-cells';

function tooManyCells(columns: number): FieldIssue {
  return {
    field: `column ${columnLetter(columns)}`,
    code: TOO_MANY_CELLS,
    message:
      'this row has more cells than the first row; is there a comma inside a value? Put it in quotation marks',
  };
}
