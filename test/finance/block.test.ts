import { describe, expect, test } from 'vitest';
import { block, blockIdSchema, penceLeft, weekPence } from '../../shared/finance/block.ts';
import { aBlock } from '../support/finance.ts';

/** What is wrong with a block, as `field: message`. */
function problems(changes: object): string[] {
  const parsing = block.parse('B1', { ...aBlock().data, ...changes });
  return parsing.success ? [] : parsing.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a block', () => {
  test('is taken with the references of order, contract and invoice', () => {
    expect(
      problems({ orderNumber: '4500012345', contractRef: 'DAT/2026-7', invoiceRef: 'INV 0001' }),
    ).toEqual([]);
  });

  test('begins on a Monday and ends on a Sunday', () => {
    expect(problems({ validFrom: '2026-01-06' })).toEqual([
      'validFrom: not-a-monday: send the Monday of the first week',
    ]);
    expect(problems({ validTo: '2027-01-04' })).toEqual([
      'validTo: not-a-sunday: send the Sunday of the last week',
    ]);
  });

  test('ends after it begins and is bought in advance', () => {
    expect(problems({ validTo: '2026-01-04' })).toEqual([
      'validTo: date-order: must be on or after validFrom',
    ]);
    expect(problems({ boughtOn: '2026-01-06' })).toEqual([
      'boughtOn: date-order: must be on or before validFrom: a block is bought in advance',
    ]);
    expect(problems({ boughtOn: '2026-01-05' })).toEqual([]);
  });

  test('has at least as many weeks as the smallest band of its service', () => {
    expect(problems({ weeks: 35 })).toEqual([
      'weeks: too-few-weeks: a block of this service has at least 36 weeks',
    ]);
    expect(problems({ service: 'aftercare', weeks: 59 })).toEqual([
      'weeks: too-few-weeks: a block of this service has at least 60 weeks',
    ]);
  });

  test('has a price in whole pence', () => {
    expect(problems({ pricePence: 9541.8 })).toHaveLength(1);
  });

  test('has no reference that would break a line of a statement', () => {
    expect(problems({ orderNumber: 'PO 1\n2' })[0]).toContain('orderNumber: malformed-reference');
    expect(problems({ orderNumber: ' - ' })[0]).toContain('orderNumber: malformed-reference');
    expect(problems({ orderNumber: 'Jane Smith 9434765919' })[0]).toContain(
      'orderNumber: malformed-reference',
    );
    expect(problems({ contractRef: 'annual' })[0]).toContain('contractRef: malformed-reference');
  });

  test('is bought at most a year before it begins, and lasts three years at most', () => {
    expect(problems({ boughtOn: '2024-12-31' })[0]).toContain('boughtOn: too-early');
    expect(problems({ boughtOn: '2025-01-05' })).toEqual([]);
    expect(problems({ validTo: '2029-01-07' })[0]).toContain('validTo: too-late');
    expect(problems({ validTo: '2028-12-31' })).toEqual([]);
  });

  test('is not called spot, which means no block', () => {
    expect(blockIdSchema.safeParse('spot').success).toBe(false);
    expect(blockIdSchema.safeParse('spot-1').success).toBe(true);
  });
});

describe('what a week is worth', () => {
  test('is the price divided by the weeks', () => {
    expect(weekPence(aBlock().data)).toBe(26_505);
    expect(penceLeft(aBlock().data, 20)).toBe(16 * 26_505);
  });

  // £10.00 for 36 weeks: 27p a week are £9.72; 28p are left and go with the last week.
  test('is rounded down, and the last week carries what is left', () => {
    const terms = { pricePence: 1_000, weeks: 36 };
    expect(weekPence(terms)).toBe(27);
    expect([0, 1, 34, 35, 36].map((used) => penceLeft(terms, used))).toEqual([1_000, 973, 82, 55, 0]);
  });
});
