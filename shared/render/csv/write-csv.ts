import type { OutcomeDocument } from '../../outcomes/document.ts';
import { FIGURE_COLUMNS } from '../../report/figure-columns.ts';
import { figureRows } from '../../report/figures.ts';
import { csvBytes } from './csv-bytes.ts';

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
  return csvBytes(lines);
}
