import { expect, test } from 'vitest';
import { randomOf } from '../../../local/demo/random.ts';

test('draws as mulberry32 does: seed 1 begins with 0.6270739405881613', () => {
  expect(randomOf(1).chance(0.627)).toBe(false);
  expect(randomOf(1).chance(0.6271)).toBe(true);
  expect(randomOf(1).between(0, 9_999)).toBe(6270);
});

test('draws both limits of a range and nothing outside it', () => {
  const random = randomOf(5);
  const drawn = new Set(Array.from({ length: 200 }, () => random.between(3, 5)));
  expect([...drawn].sort()).toEqual([3, 4, 5]);
});

test('draws each name as often as its weight says, never one of weight 0', () => {
  const random = randomOf(9);
  const drawn = Array.from({ length: 4_000 }, () => random.weighted({ often: 3, seldom: 1, never: 0 }));
  const often = drawn.filter((name) => name === 'often').length;
  expect(often).toBeGreaterThan(2_850);
  expect(often).toBeLessThan(3_150);
  expect(drawn).not.toContain('never');
});

test('refuses to pick from nothing', () => {
  expect(() => randomOf(1).pick([])).toThrow('nothing to pick from');
});
