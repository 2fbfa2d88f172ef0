import { describe, expect, test } from 'vitest';
import { type TariffEntry, blockPrice, tariffOn } from '../../shared/finance/tariff.ts';

const today = tariffOn('2026-05-01');

describe('the printed prices', () => {
  // 36 × £279 = £10,044; less 5 % (£502.20) £9,541.80. 60 × £279 = £16,740; less 10 % (£1,674) £15,066.
  // 120 × £279 = £33,480; less 12 % (£4,017.60) £29,462.40. 60 × £135 = £8,100; less 10 % (£810) £7,290.
  test.each([
    ['day-programme', 36, 1_004_400, 954_180, 5],
    ['day-programme', 60, 1_674_000, 1_506_600, 10],
    ['day-programme', 120, 3_348_000, 2_946_240, 12],
    ['aftercare', 60, 810_000, 729_000, 10],
  ] as const)('%s, %i weeks', (service, weeks, spotPence, pence, reductionPercent) => {
    expect(blockPrice(service, weeks, today)).toEqual({ kind: 'price', pence, spotPence, reductionPercent });
  });
});

// 59 × £279 = £16,461, less 5 % £15,637.95; 119 × £279 = £33,201, less 10 % £29,880.90.
test.each([
  [59, 1_563_795],
  [119, 2_988_090],
])('%i weeks still go with the band below', (weeks, pence) => {
  expect(blockPrice('day-programme', weeks, today)).toMatchObject({ pence });
});

test('fewer weeks than the smallest band are no block', () => {
  expect(blockPrice('day-programme', 35, today)).toEqual({ kind: 'too-few-weeks', smallestBlock: 36 });
  expect(blockPrice('aftercare', 59, today)).toEqual({ kind: 'too-few-weeks', smallestBlock: 60 });
});

// 1 × 10p less 5 % = 9.5p, and 1 × 9p less 5 % = 8.55p; 3 × 3p less 5 % = 8.55p; 1 × 8p less 5 % = 7.6p; 7p: 6.65p.
test.each([
  [10, 1, 10],
  [9, 1, 9],
  [3, 3, 9],
  [30, 1, 29],
  [6, 1, 6],
  [4, 1, 4],
])('%ip for %i weeks less 5 % is rounded half up', (spotPence, weeks, pence) => {
  const service = { spotPence, bands: [{ fromWeeks: 1, reductionPercent: 5 }] as const };
  const tariff = { 'day-programme': service, aftercare: service } as const;
  expect(blockPrice('aftercare', weeks, tariff)).toMatchObject({ pence });
});

test('a change of prices holds from its day on, and the first prices before the first day', () => {
  const [older, newer] = [27_900, 28_500].map((spotPence) => ({
    ...today,
    'day-programme': { ...today['day-programme'], spotPence },
  }));
  const entries: TariffEntry[] = [
    { validFrom: '2026-01-01', tariff: older!, source: 'test' },
    { validFrom: '2027-04-01', tariff: newer!, source: 'test' },
  ];
  const spotOn = (date: string) => tariffOn(date, entries)['day-programme'].spotPence;
  expect(['2025-06-01', '2027-03-31', '2027-04-01'].map(spotOn)).toEqual([27_900, 27_900, 28_500]);
});
