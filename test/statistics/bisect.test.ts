import { expect, test } from 'vitest';
import { bisect } from '../../shared/statistics/bisect.ts';

test('finds a root to the last digit', () => {
  expect(Math.abs(bisect((x) => x * x - 2, 0, 2) - Math.SQRT2)).toBeLessThanOrEqual(2 ** -52);
});

test('finds a tiny root to its own last digit, and never asks at the ends', () => {
  const asked: number[] = [];
  const root = bisect(
    (x) => {
      asked.push(x);
      return Math.log(x) + 100;
    },
    0,
    1,
  );
  expect(root / Math.exp(-100)).toBeCloseTo(1, 12);
  expect(asked).not.toContain(0);
  expect(asked).not.toContain(1);
});
