import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
};

type TableProps<Row> = {
  readonly caption: string;
  /** The first one names its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What is said where there are no rows. */
  readonly empty: string;
};

/**
 * A table; on a narrow screen each row becomes a list of its cells under their heads. The roles are written out, since
 * a browser forgets them where cells are no longer laid out as a table.
 */
export function Table<Row>({ caption, columns, rows, keyOf, empty }: TableProps<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <table role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, numeric }) => (
            <th key={head} role="columnheader" scope="col" class={numeric ? 'n' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ head, cell, numeric }, at) =>
              at === 0 ? (
                <th key={head} role="rowheader" scope="row" data-head={head}>
                  <div>{cell(row)}</div>
                </th>
              ) : (
                <td key={head} role="cell" class={numeric ? 'n' : undefined} data-head={head}>
                  <div>{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
