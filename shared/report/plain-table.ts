import type { Cell, Column, Table } from './blocks.ts';

/** A table whose rows are in no groups, without notes. */
export function plainTable(
  head: { readonly id: string; readonly title: string; readonly columns: Column[] },
  rows: Cell[][],
): Table {
  return { kind: 'table', ...head, groups: [{ rows }], notes: [] };
}
