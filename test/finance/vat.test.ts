import { expect, test } from 'vitest';
import { type VatEntry, vatOn } from '../../shared/finance/vat.ts';

test('welfare services are exempt at 0 %, with a reason that an invoice can print', () => {
  const { category, ratePercent, exemptionReason } = vatOn('2026-10-31');
  expect([category, ratePercent]).toEqual(['E', 0]);
  expect(exemptionReason).toContain('VAT Act 1994, Schedule 9, Group 7, item 9');
});

test('a change of treatment holds from its day on', () => {
  const entries: VatEntry[] = [
    { validFrom: '2026-01-01', treatment: { category: 'E', ratePercent: 0 }, source: 'a' },
    { validFrom: '2027-04-01', treatment: { category: 'S', ratePercent: 20 }, source: 'b' },
  ];
  expect(vatOn('2025-06-30', entries).category).toBe('E');
  expect(vatOn('2027-03-31', entries).category).toBe('E');
  expect(vatOn('2027-04-01', entries)).toEqual({ category: 'S', ratePercent: 20 });
  expect(() => vatOn('2027-04-01', [])).toThrow('never decided');
});
