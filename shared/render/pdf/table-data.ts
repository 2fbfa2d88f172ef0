import type { Column, Table } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { narrow } from './narrow.ts';
import { plain } from './plain.ts';

const SHORT_TABLE = 14;
/** Characters of a cell from which its row may go over the end of a page: narrow, it could be longer than one. */
const LONG_CELL = 300;

/** A table as the template reads it. One with columns of several widths holds words, and its rows may be high. */
export function tableData({ title, columns, groups }: Table) {
  const rows = groups.reduce(
    (sum, group) => sum + group.rows.length + (group.label === undefined ? 0 : 1),
    0,
  );
  const wordy = columns.some(isShared);
  const words = wordy ? narrow : plain;
  return {
    kind: 'table',
    title: plain(title),
    wordy,
    short: rows <= SHORT_TABLE && !wordy,
    columns: columns.map((column, i) => ({
      title: plain(column.title),
      numeric: i > 0 && column.numeric === true,
      share: column.share ?? null,
    })),
    groups: groups.map((group) => ({
      label: group.label === undefined ? null : plain(group.label),
      rows: group.rows.map((row) => {
        const texts = row.map(cellText);
        return { long: texts.some((text) => text.length > LONG_CELL), cells: texts.map(words) };
      }),
    })),
  };
}

const isShared = ({ share }: Column): boolean => share !== undefined;
