import { expect, test } from 'vitest';
import { signBeyondNoise } from '../../shared/statistics/sign-beyond-noise.ts';

test.each([
  [0.1 + 0.2 - 0.3, 0.3, 0],
  [9_999 / 10_000 - 9_998 / 9_999, 1, 1],
  [-2e-9, 1, -1],
  [2e-9, 100, 0],
  [0, 0, 0],
  [Number.MIN_VALUE, 0, 1],
])('a difference of %d among numbers as large as %d has the sign %d', (difference, scale, sign) => {
  expect(signBeyondNoise(difference, scale)).toBe(sign);
});
