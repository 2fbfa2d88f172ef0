import type { ComponentChildren } from 'preact';

type SummaryListProps = { readonly rows: readonly (readonly [string, ComponentChildren] | undefined)[] };

/** Facts about one thing, each under its name; what is undefined is left out. */
export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl class="facts">
      {rows.map(
        (row) =>
          row !== undefined && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
