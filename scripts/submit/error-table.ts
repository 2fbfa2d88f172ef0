/** One thing wrong with one field of one record of a file. */
export type RowError = {
  readonly row: number;
  readonly type: string;
  readonly id: string;
  readonly field: string;
  readonly message: string;
};

const HEADS = { row: 'Row', type: 'Type', id: 'Id', field: 'Field', message: 'What to do' } as const;

/** So many errors are shown at most: whoever has more has one cause for many. */
const MOST = 100;

/** Errors as a table to read, one line each, as wide as what stands in it; none gives no lines. */
export function errorTable(errors: readonly RowError[]): string[] {
  if (errors.length === 0) return [];
  const shown = [HEADS, ...errors.slice(0, MOST)];
  const columns = ['row', 'type', 'id', 'field'] as const;
  const widths = columns.map((column) => Math.max(...shown.map((error) => String(error[column]).length)));
  const lines = shown.map((error) =>
    [...columns.map((column, i) => String(error[column]).padEnd(widths[i] ?? 0)), error.message].join('  '),
  );
  const more = errors.length - MOST;
  return more > 0 ? [...lines, `… and ${more.toLocaleString('en-GB')} more`] : lines;
}
