import type { StatementDocument } from '../../finance/statement-document.ts';
import type { InvoiceLine } from './invoice-lines.ts';

/** What a column of the invoice lines holds: a text, a whole number, or pounds in pence. */
export type InvoiceValue = string | number | null | { readonly pence: number };

export type InvoiceColumn = {
  /** The name in the CSV. */
  readonly name: string;
  /** The head in the workbook. */
  readonly title: string;
  readonly of: (line: InvoiceLine, index: number, document: StatementDocument) => InvoiceValue;
};

/**
 * The columns of the invoice lines, in the shape of the lines of a Peppol BIS Billing 3 invoice, with the business
 * term of EN 16931 that each one is. Order, contract and preceding invoice belong to a whole invoice there: whoever
 * writes one groups the lines by them.
 */
export const INVOICE_COLUMNS: readonly InvoiceColumn[] = [
  { name: 'line_id', title: 'Line (BT-126)', of: (_, index) => index + 1 },
  { name: 'item_name', title: 'Item name (BT-153)', of: ({ name }) => name },
  { name: 'item_description', title: 'Item description (BT-154)', of: ({ description }) => description },
  { name: 'month', title: 'Month it is about', of: ({ month }) => month ?? null },
  { name: 'block', title: 'Block', of: ({ block }) => block ?? null },
  { name: 'order_reference', title: 'Order (BT-13)', of: ({ orderNumber }) => orderNumber ?? null },
  { name: 'contract_reference', title: 'Contract (BT-12)', of: ({ contractRef }) => contractRef ?? null },
  { name: 'invoice_reference', title: 'Invoice', of: ({ invoiceRef }) => invoiceRef ?? null },
  { name: 'invoiced_quantity', title: 'Quantity (BT-129)', of: ({ quantity }) => quantity },
  { name: 'unit_code', title: 'Unit code (BT-130)', of: ({ unit }) => unit },
  { name: 'price_amount', title: 'Net price (BT-146)', of: ({ pricePence }) => ({ pence: pricePence }) },
  { name: 'base_quantity', title: 'Price is for (BT-149)', of: ({ baseQuantity }) => baseQuantity },
  {
    name: 'line_extension_amount',
    title: 'Line amount (BT-131)',
    of: ({ amountPence }) => ({ pence: amountPence }),
  },
  { name: 'currency', title: 'Currency (BT-5)', of: () => 'GBP' },
  { name: 'vat_category_code', title: 'VAT category (BT-151)', of: ({ vat }) => vat.category },
  { name: 'vat_rate', title: 'VAT rate, % (BT-152)', of: ({ vat }) => vat.ratePercent },
  {
    name: 'vat_exemption_reason',
    title: 'VAT exemption reason (BT-120)',
    of: ({ vat }) => vat.exemptionReason ?? null,
  },
  { name: 'statement_state', title: 'Statement', of: (_line, _index, { state }) => state },
];
