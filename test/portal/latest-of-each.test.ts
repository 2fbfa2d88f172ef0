import { expect, test } from 'vitest';
import { latestOfEach } from '../../portal/pages/finance/balances-of.ts';

const of = (commissioner: string, month: string) => ({
  ...{ commissioner, provider: 'p', month, state: 'final' as const, formats: [] },
});

test('of the statements between each two the latest is taken, wherever it stands', () => {
  const statements = [of('a', '2026-09'), of('a', '2026-11'), of('a', '2026-10'), of('b', '2026-08')];
  expect(latestOfEach(statements).map(({ commissioner, month }) => [commissioner, month])).toEqual([
    ['a', '2026-11'],
    ['b', '2026-08'],
  ]);
});
