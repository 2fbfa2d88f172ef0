import { expect, test } from 'vitest';
import { chooseShown } from '../../../shared/outcomes/disclosure/choose-shown.ts';

test('shows all when all are safe together', () => {
  expect(chooseShown(['a', 'b', 'c'], () => true)).toEqual(['a', 'b', 'c']);
});

test('keeps the first before showing more', () => {
  const safe = (shown: readonly string[]) => !(shown.includes('a') && shown.length > 1);
  expect(chooseShown(['a', 'b', 'c'], safe)).toEqual(['a']);
});

test('shows more when the first cannot be shown at all', () => {
  expect(chooseShown(['a', 'b', 'c'], (shown) => !shown.includes('a'))).toEqual(['b', 'c']);
});

test('of equally many prefers what comes earlier', () => {
  const safe = (shown: readonly string[]) => !(shown.includes('b') && shown.includes('c'));
  expect(chooseShown(['a', 'b', 'c'], safe)).toEqual(['a', 'b']);
});

test('of those with the first prefers most, whichever come earlier', () => {
  const safe = (shown: readonly string[]) =>
    !(shown.includes('b') && (shown.includes('c') || shown.includes('d')));
  expect(chooseShown(['a', 'b', 'c', 'd'], safe)).toEqual(['a', 'c', 'd']);
});

test('the first is shown alone rather than all others', () => {
  const safe = (shown: readonly string[]) => shown.length < 2 || !shown.includes('a');
  expect(chooseShown(['a', 'b', 'c', 'd'], safe)).toEqual(['a']);
});

test('shows none when nothing is safe, and none of none', () => {
  expect(chooseShown(['a'], (shown) => shown.length === 0)).toEqual([]);
  expect(chooseShown([], () => true)).toEqual([]);
});
