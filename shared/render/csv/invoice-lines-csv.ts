import type { StatementDocument } from '../../finance/statement-document.ts';
import { INVOICE_COLUMNS, type InvoiceValue } from '../../report/finance/invoice-columns.ts';
import { invoiceLines } from '../../report/finance/invoice-lines.ts';
import { formatAmount } from '../format.ts';
import { csvBytes, type CsvField } from './csv-bytes.ts';

/**
 * The lines of a statement's invoice as CSV (RFC 4180), UTF-8, one row a line; amounts in pounds with two decimals.
 * Those of `line_extension_amount` add up to what is due.
 */
export function writeInvoiceLines(document: StatementDocument): Uint8Array {
  const rows = invoiceLines(document).map((line, i) =>
    INVOICE_COLUMNS.map(({ of }) => fieldOf(of(line, i, document))),
  );
  return csvBytes([INVOICE_COLUMNS.map(({ name }) => name), ...rows]);
}

const fieldOf = (value: InvoiceValue): CsvField =>
  typeof value === 'object' && value !== null ? { decimal: formatAmount(value.pence) } : value;
