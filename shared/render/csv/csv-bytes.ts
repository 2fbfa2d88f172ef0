import { csvCell } from './csv-cell.ts';

/** What a field may hold. A `decimal` is a number with the places it has to be written with. */
export type CsvField = string | number | null | { readonly decimal: string };

/** Lines of fields as CSV (RFC 4180: CRLF, quotes doubled), UTF-8. */
export function csvBytes(lines: readonly (readonly CsvField[])[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line.map(field).join(',')}\r\n`).join(''));
}

function field(value: CsvField): string {
  if (value === null) return '';
  if (typeof value === 'number') return value.toString();
  if (typeof value === 'object') return value.decimal;
  return csvCell(value);
}
