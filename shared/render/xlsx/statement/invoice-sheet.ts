import type { StatementDocument } from '../../../finance/statement-document.ts';
import { INVOICE_COLUMNS, type InvoiceColumn } from '../../../report/finance/invoice-columns.ts';
import { type InvoiceLine, invoiceLines } from '../../../report/finance/invoice-lines.ts';
import { monthInWords } from '../../../report/calendar.ts';
import type { Sheet } from '../sheet.ts';
import {
  blank,
  type Here,
  type LedgerCell,
  ledgerSheet,
  pounds,
  strong,
  sumAbove,
  whole,
  words,
} from './ledger-sheet.ts';

/** The lines of the invoice as in the CSV, with what they come to. */
export function invoiceSheet(document: StatementDocument): Sheet[] {
  const lines = invoiceLines(document);
  if (lines.length === 0) return [];
  const numbers = new Set(INVOICE_COLUMNS.filter(({ of }) => lines.some(isNumber(of, document))));
  return [
    ledgerSheet({
      name: 'Invoice_lines',
      title: `Lines of the invoice for ${monthInWords(document.month)}`,
      lines: [
        'The same lines are in invoice-lines.csv, in the shape of the lines of a Peppol BIS Billing 3 invoice. A number such as BT-131 is that of a term in the standard EN 16931.',
        'Line amount = quantity × net price ÷ the quantity that the price is for. The VAT category is configuration that finance confirms.',
      ],
      columns: INVOICE_COLUMNS.map((column) => ({
        title: column.title,
        numeric: numbers.has(column),
        widest: WIDEST,
      })),
      rows: [
        ...lines.map((line, i) => INVOICE_COLUMNS.map((column) => cellOf(column, line, i, document))),
        strong(INVOICE_COLUMNS.map((column) => totalCell(column, document))),
      ],
    }),
  ];
}

/** Characters of a line: there are many columns, and all have to fit one page when it is printed. */
const WIDEST = 28;

const isNumber =
  (of: InvoiceColumn['of'], document: StatementDocument) =>
  (line: InvoiceLine, index: number): boolean => {
    const value = of(line, index, document);
    return value !== null && typeof value !== 'string';
  };

function cellOf(
  { name, of }: InvoiceColumn,
  line: InvoiceLine,
  index: number,
  document: StatementDocument,
): LedgerCell {
  const value = of(line, index, document);
  if (value === null || typeof value === 'string') return words(value);
  if (typeof value === 'number') return whole(value);
  return pounds(value.pence, name === 'line_extension_amount' ? amountOf : undefined);
}

function totalCell({ name, title }: InvoiceColumn, { due }: StatementDocument): LedgerCell {
  if (name === 'item_name') return words('Amount due');
  return name === 'line_extension_amount' ? pounds(due.total, sumAbove(title)) : blank;
}

function amountOf({ cell }: Here): string {
  const at = (column: string) => cell(INVOICE_COLUMNS.find(({ name }) => name === column)?.title ?? column);
  return `${at('invoiced_quantity')}*${at('price_amount')}/${at('base_quantity')}`;
}
