import { expect, test } from 'vitest';
import { changesOfUse } from '../../../shared/outcomes/reviews/changes-of-use.ts';

test.each([
  ['opiates', 13],
  ['crack', 10],
  ['powder-cocaine', 8],
  ['amphetamines', 9],
  ['cannabis', 9],
  ['alcohol', 11],
] as const)('%s: %i days fewer or more are a reliable change, a day less is none', (substance, days) => {
  const change = (before: number, after: number) =>
    changesOfUse({ [substance]: before }, { [substance]: after })[0]?.change;
  expect(change(days + 1, 1)).toBe('improved');
  expect(change(days + 1, 2)).toBe('unchanged');
  expect(change(1, days + 1)).toBe('deteriorated');
  expect(change(1, days)).toBe('unchanged');
  expect(change(28, 0)).toBe('abstinent');
  expect(change(1, 0)).toBe('abstinent');
});

test.each(['benzodiazepines', 'other'] as const)('%s: only abstinence is a change', (substance) => {
  const change = (before: number, after: number) =>
    changesOfUse({ [substance]: before }, { [substance]: after })[0]?.change;
  expect([change(28, 1), change(1, 28), change(28, 0)]).toEqual(['unchanged', 'unchanged', 'abstinent']);
});

test('what was not used at the start is none, and what the later review does not give is not known', () => {
  expect(changesOfUse({ opiates: 0, alcohol: 4 }, { opiates: 4, crack: 4 })).toEqual([
    { substance: 'alcohol', change: undefined },
  ]);
});
