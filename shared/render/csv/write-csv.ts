import type { OutcomeDocument } from '../../outcomes/document.ts';
import { FIGURE_COLUMNS } from '../../report/figure-columns.ts';
import { figureRows } from '../../report/figures.ts';

/**
 * Every figure of a document as CSV (RFC 4180: CRLF, quotes doubled), UTF-8, one row a figure, numbers in full
 * precision. A withheld figure has the state `suppressed`, the shorthand `[c]` and no number.
 */
export function writeCsv(document: OutcomeDocument): Uint8Array {
  const issue = [document.commissioner, document.month, document.revision];
  const lines = [
    ['commissioner', 'month', 'pack_revision', ...FIGURE_COLUMNS.map(({ name }) => name)],
    ...figureRows(document).map((row) => [...issue, ...FIGURE_COLUMNS.map(({ of }) => of(row))]),
  ];
  return new TextEncoder().encode(lines.map((line) => `${line.map(field).join(',')}\r\n`).join(''));
}

/** One field; a text that a spreadsheet would take for a formula is made plain by an apostrophe. */
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return value.toString();
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
