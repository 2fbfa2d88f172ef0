import { expect, test } from 'vitest';
import { stepAt } from '../../shared/statistics/step-at.ts';

const steps = [{ time: 2 }, { time: 5 }, { time: 9 }];

test.each([
  [1, undefined],
  [2, 2],
  [4, 2],
  [5, 5],
  [8.9, 5],
  [9, 9],
  [100, 9],
])('at %d stands on the step of %s', (time, expected) => {
  expect(stepAt(steps, time)?.time).toBe(expected);
});

test('without steps stands on none', () => {
  expect(stepAt<{ time: number }>([], 3)).toBeUndefined();
});
