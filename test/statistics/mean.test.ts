import { expect, test } from 'vitest';
import { mean } from '../../shared/statistics/mean.ts';

test('of some, the sum over their number', () => expect(mean([1, 2, 6])).toBe(3));
test('of one, itself', () => expect(mean([-7])).toBe(-7));
test('of none, nothing', () => expect(mean([])).toBeUndefined());
