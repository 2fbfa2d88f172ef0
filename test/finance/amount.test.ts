import { expect, test } from 'vitest';
import { isNothing, less, total } from '../../shared/finance/amount.ts';

test.each([
  [{ weeks: 0, pence: 0 }, true],
  [{ weeks: 1, pence: 0 }, false],
  // The remainder of a block’s price after its last week.
  [{ weeks: 0, pence: 1 }, false],
  [{ weeks: 0, pence: -1 }, false],
])('%j is nothing: %s', (amount, expected) => {
  expect(isNothing(amount)).toBe(expected);
});

test('amounts add up and are taken from one another, weeks from weeks and pence from pence', () => {
  expect(total([])).toEqual({ weeks: 0, pence: 0 });
  expect(
    total([
      { weeks: 2, pence: 55_800 },
      { weeks: -1, pence: -27_900 },
    ]),
  ).toEqual({ weeks: 1, pence: 27_900 });
  expect(less({ weeks: 1, pence: 27_900 }, { weeks: 4, pence: 111_600 })).toEqual({
    weeks: -3,
    pence: -83_700,
  });
});
