import { expect, test } from 'vitest';
import { median } from '../../shared/statistics/median.ts';

test('of an odd number the middle one, whatever the order', () => expect(median([90, 100, 5])).toBe(90));
test('of an even number the mean of the two in the middle', () => expect(median([4, 1, 3, 2])).toBe(2.5));
test('of one, itself', () => expect(median([7])).toBe(7));
test('of none, nothing', () => expect(median([])).toBeUndefined());
