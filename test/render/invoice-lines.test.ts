import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { writeInvoiceLines } from '../../shared/render/csv/invoice-lines-csv.ts';
import { invoiceLines } from '../../shared/report/finance/invoice-lines.ts';
import type { BlockRecord } from '../../shared/finance/block.ts';
import { statementDocument } from '../../shared/finance/statement-document.ts';
import { aBlock, statementFor } from '../support/finance.ts';
import { sampleStatements } from '../support/statement-document.ts';

const read = (document: (typeof sampleStatements)['final']): Record<string, string>[] =>
  parse(Buffer.from(writeInvoiceLines(document)), { columns: true, record_delimiter: '\r\n' });

const pence = (amount: string | undefined) => Math.round(Number(amount) * 100);

const asDocument = (
  statement: Parameters<typeof statementDocument>[0]['statement'],
  withdrawn: readonly BlockRecord[] = [],
) =>
  statementDocument({
    withdrawn,
    ...{ statement, forward: [], lines: [], claims: [] },
    names: { commissioner: 'Northshire', provider: 'Janus' },
    madeAt: '2026-03-07T06:00:00.000Z',
  });

describe.each(Object.entries(sampleStatements))('the invoice lines of the %s statement', (_, document) => {
  const lines = read(document);

  test('add up to what is due', () => {
    const sum = lines.reduce((all, line) => all + pence(line.line_extension_amount), 0);
    expect(sum).toBe(document.due.total);
  });

  test('keep the rules of Peppol BIS Billing 3', () => {
    lines.forEach((line, i) => {
      expect(line.line_id).toBe(`${i + 1}`);
      expect(line.item_name?.length).toBeGreaterThan(3);
      expect(['WEE', 'C62']).toContain(line.unit_code);
      // BR-27: no negative price. PEPPOL-EN16931-R120: the amount is quantity × price ÷ base quantity.
      expect(Number(line.price_amount)).toBeGreaterThanOrEqual(0);
      const amount =
        (Number(line.invoiced_quantity) * Number(line.price_amount)) / Number(line.base_quantity);
      expect(amount).toBeCloseTo(Number(line.line_extension_amount), 6);
      expect(line.line_extension_amount).toMatch(/^-?\d+\.\d\d$/);
      // BR-E-05, BR-E-10: exempt at 0 %, with the reason.
      expect([line.vat_category_code, line.vat_rate]).toEqual(['E', '0']);
      expect(line.vat_exemption_reason).toContain('Schedule 9, Group 7, item 9');
    });
  });
});

test('has a line for each block bought, each service on the spot and each adjusted month', () => {
  const lines = read(sampleStatements.final);
  expect(
    lines.map((line) => [line.item_name, line.month, line.invoiced_quantity, line.line_extension_amount]),
  ).toEqual([
    ['Block NS-DP-2027-1: day programme', '2027-03', '60', '15066.00'],
    ['Aftercare, spot, March 2027', '2027-03', '4', '540.00'],
    ['Day programme, spot, March 2027', '2027-03', '13', '3627.00'],
    ['Adjustment for January 2027: day programme, spot', '2027-01', '-2', '-558.00'],
    ['Adjustment for February 2027: day programme, spot', '2027-02', '3', '837.00'],
  ]);
  expect(lines[0]).toMatchObject({ order_reference: '4500120544', contract_reference: 'NSC/DA/2026-04' });
});

test('prices all weeks together where one week is no whole penny', () => {
  const { final } = sampleStatements;
  const spot = [
    {
      service: 'aftercare' as const,
      used: { weeks: 3, pence: 100_00 },
      noBlockLeft: { weeks: 0, pence: 0 },
      adjustments: [],
    },
  ];
  const due = { spot: 100_00, bought: 0, adjustments: 0, total: 100_00 };
  expect(invoiceLines({ ...final, blocks: [], spot, due })).toMatchObject([
    { quantity: 3, pricePence: 100_00, baseQuantity: 3, amountPence: 100_00 },
  ]);
});

test('takes back a block that was withdrawn after it was invoiced', () => {
  const january = statementFor('2026-01', { blocks: [aBlock()] });
  const issued = [{ month: '2026-01', postings: january.postings }];
  const withdrawn = [aBlock({ orderNumber: 'PO-7', invoiceRef: 'INV-7' })];
  const document = asDocument(statementFor('2026-02', { issued }).statement, withdrawn);
  expect(document.due).toEqual({ spot: 0, bought: 0, adjustments: -954_180, total: -954_180 });
  expect(invoiceLines(document)).toMatchObject([
    {
      name: 'Adjustment for January 2026: block B1, day programme',
      ...{ quantity: -36, unit: 'WEE', pricePence: 26_505, amountPence: -954_180 },
      // What is credited is found by what it was charged under.
      ...{ orderNumber: 'PO-7', invoiceRef: 'INV-7' },
    },
  ]);
});

test('names a block that was recorded after the statement of its month, and that month', () => {
  const january = statementFor('2026-01', {});
  const issued = [{ month: '2026-01', postings: january.postings }];
  const { statement } = statementFor('2026-02', { blocks: [aBlock()], issued });
  const document = asDocument(statement);
  expect(document.due).toEqual({ spot: 0, bought: 0, adjustments: 954_180, total: 954_180 });
  expect(invoiceLines(document)).toMatchObject([
    {
      name: 'Adjustment for January 2026: block B1, day programme',
      month: '2026-01',
      quantity: 36,
      unit: 'WEE',
      pricePence: 26_505,
      amountPence: 954_180,
    },
  ]);
});

test('says that the price of a block was amended, and nothing of weeks, where only that changed', () => {
  const january = statementFor('2026-01', { blocks: [aBlock()] });
  const issued = [{ month: '2026-01', postings: january.postings }];
  const amended = [aBlock({ pricePence: 950_000 })];
  const document = asDocument(statementFor('2026-02', { blocks: amended, issued }).statement);
  expect(invoiceLines(document)).toMatchObject([
    {
      name: 'Price of block B1 amended',
      description: 'Adjustment for January 2026: the price as it is now, less what was invoiced',
      ...{ month: '2026-01', quantity: -1, unit: 'C62', pricePence: 4_180, amountPence: -4_180 },
    },
  ]);
});
