import { expect, test } from 'vitest';
import { sumsBetween } from '../../../../shared/outcomes/disclosure/pack/sums-between.ts';
import { sumOf } from '../audit/table-of.ts';

const forms = [sumOf(0), sumOf(1), sumOf(2), sumOf(3)];

test('what lies up to a day, between two, and after the last', () => {
  expect(sumsBetween(forms, [28, 56, 84], [84])).toEqual([sumOf(0, 1, 2), sumOf(3)]);
  expect(sumsBetween(forms, [28, 56, 84], [28, 84])).toEqual([sumOf(0), sumOf(1, 2), sumOf(3)]);
});

test('of all days what there is, of none all together', () => {
  expect(sumsBetween(forms, [28, 56, 84], [28, 56, 84])).toEqual(forms);
  expect(sumsBetween(forms, [28, 56, 84], [])).toEqual([sumOf(0, 1, 2, 3)]);
});
