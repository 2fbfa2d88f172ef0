import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAmount,
  formatCount,
  formatDays,
  formatHundred,
  formatMarks,
  formatMean,
  formatP,
  formatPercent,
  formatPounds,
  formatRate,
  formatTenths,
  formatWeeks,
} from '../../shared/render/format.ts';

test.each([
  [0, '0.0%'],
  [1, '100.0%'],
  [0.352, '35.2%'],
  [0.0005, '0.1%'],
  [0.00049, '0.0%'],
  [0.1235, '12.4%'],
  [0.0035, '0.4%'],
  [0.2905, '29.1%'],
  [0.99949, '99.9%'],
  [1e-7, '0.0%'],
  [-0.0005, '-0.1%'],
  [-0.0004, '0.0%'],
  [0.07050000000000001, '7.1%'],
])('prints the share %d as %s', (share, printed) => {
  expect(formatPercent(share)).toBe(printed);
});

test('rounds a written half away from zero, whatever the binary fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), (tenths) => {
      const share = Number(`0.${tenths.toString().padStart(3, '0')}5`);
      expect(formatPercent(share)).toBe(`${((tenths + 1) / 10).toFixed(1)}%`);
    }),
  );
});

test('separates thousands by commas', () => {
  expect([0, 999, 1000, 12345, 1234567].map(formatCount)).toEqual([
    '0',
    '999',
    '1,000',
    '12,345',
    '1,234,567',
  ]);
});

test('prints days whole where they are whole, and one day in the singular', () => {
  expect([1, 14, 14.5, 504, 1000, 0.96, -0.7].map(formatDays)).toEqual([
    '1 day',
    '14 days',
    '14.5 days',
    '504 days',
    '1,000 days',
    '1 day',
    '−0.7 days',
  ]);
});

test('says people in a hundred without inventing a whole person or losing one', () => {
  expect(formatHundred([0, 0.004, 0.005, 0.991])).toEqual(['none', 'fewer than 1', '1', '99']);
  expect(formatHundred([1, 0])).toEqual(['100', 'none']);
});

test('people in a hundred add up to a hundred by the largest remainders', () => {
  expect(formatHundred([0.284, 0.284, 0.432])).toEqual(['29', '28', '43']);
  expect(formatHundred([0.295, 0.295, 0.205, 0.205])).toEqual(['30', '30', '20', '20']);
  expect(formatHundred([0.29, 0.07, 0.57, 0.07])).toEqual(['29', '7', '57', '7']);
  const parts = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(parts, (counts) => {
      const whole = counts.reduce((sum, count) => sum + count, 0);
      const people = formatHundred(counts.map((count) => count / whole)).map((text) => Number(text) || 0);
      expect(people.reduce((sum, count) => sum + count, 0)).toBe(100);
    }),
  );
});

test('prints pence as pounds, with a minus sign that is read out', () => {
  expect([0, 5, 100, 123_456, 123_456_789, -27_900].map(formatPounds)).toEqual([
    '£0.00',
    '£0.05',
    '£1.00',
    '£1,234.56',
    '£1,234,567.89',
    '−£279.00',
  ]);
  expect([0, 7, 123_456, -123_456].map(formatAmount)).toEqual(['0.00', '0.07', '1234.56', '-1234.56']);
});

test('prints placement weeks, one in the singular', () => {
  expect([0, 1, -1, -4, 1_200].map(formatWeeks)).toEqual([
    '0 placement weeks',
    '1 placement week',
    '−1 placement week',
    '−4 placement weeks',
    '1,200 placement weeks',
  ]);
  expect([2, 2.25, 2.75].map(formatTenths)).toEqual(['2.0', '2.3', '2.8']);
});

test('puts marks behind a value', () => {
  expect(`35.2%${formatMarks(['u', 'p'])}`).toBe('35.2% [u] [p]');
  expect(formatMarks()).toBe('');
});

test('prints means to one decimal with a minus sign, rates to two, p-values to three', () => {
  expect([2.0625, -1.25, 0].map(formatMean)).toEqual(['2.1', '−1.3', '0.0']);
  expect([1.925, 0.004, 3.8414588206941].map(formatRate)).toEqual(['1.93', '0.00', '3.84']);
  expect([0.05, 0.0009, 0.001, 1].map(formatP)).toEqual(['p 0.050', 'p < 0.001', 'p 0.001', 'p 1.000']);
});
