import { expect, test } from 'vitest';
import { marksAt, marksOf, type Spell } from '../../../shared/outcomes/figures/spell.ts';

test('fewer than ten are of low reliability', () => {
  expect(marksOf(9, false)).toEqual(['u']);
  expect(marksOf(10, false)).toEqual([]);
  expect(marksOf(9, true)).toEqual(['u', 'p']);
});

test('a point is provisional where an end on its day or before it is', () => {
  const spells = Array.from({ length: 10 }, (_, i): Spell => ({
    ...{ who: `P${i}`, time: 84, end: 'left-unplanned' },
    provisional: i === 0,
  }));
  expect(marksAt(spells, 83)).toEqual([]);
  expect(marksAt(spells, 84)).toEqual(['p']);
  expect(marksAt(spells.slice(1), 84)).toEqual(['u']);
});
