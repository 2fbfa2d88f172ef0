import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directions } from '../../../../shared/outcomes/disclosure/audit/directions.ts';
import type { Form } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { sumOf } from './table-of.ts';

/** The directions of as many counts; what they are makes no difference. */
const of = (counts: number, equations: Form[]) =>
  directions({
    truth: Array.from({ length: counts }, () => 1),
    floor: Array.from({ length: counts }, () => 0),
    equations,
    atLeast: [],
  });

test('of two that are so many together the one goes up as the other goes down', () => {
  const { width, terms } = of(2, [sumOf(0, 1)]);
  expect(width).toBe(1);
  const [x, y] = terms.map((one) => one.get(0) ?? 0);
  expect(x! + y!).toBe(0);
  expect(Math.abs(x!)).toBe(1);
});

// Two rows and two columns of 2 × 2: the fourth equation follows from the others, one way round the square is left.
test('an equation that follows from others takes no direction away', () => {
  const { width, terms } = of(4, [sumOf(0, 1), sumOf(2, 3), sumOf(0, 2), sumOf(1, 3)]);
  expect(width).toBe(1);
  const around = terms.map((one) => one.get(0));
  expect(around.map((by) => by! * around[0]!)).toEqual([1, -1, -1, 1]);
});

test('a count of which everything is known does not move, and one of which nothing is known moves alone', () => {
  const { width, terms } = of(2, [sumOf(0)]);
  expect(width).toBe(1);
  expect([...terms[0]!]).toEqual([]);
  expect([...terms[1]!]).toEqual([[0, 1]]);
});

const SIZE = 7;
const anyEquation = fc.uniqueArray(
  fc.record({ atom: fc.nat(SIZE - 1), times: fc.constantFrom(1, 1, 1, -1, 2, 3) }),
  { minLength: 1, maxLength: 5, selector: ({ atom }) => atom },
);

test('every direction keeps every equation, and there are as many as there can be', () => {
  fc.assert(
    fc.property(fc.array(anyEquation, { maxLength: 8 }), (equations) => {
      const { width, terms } = of(SIZE, equations);
      for (const equation of equations)
        for (let column = 0; column < width; column += 1) {
          const by = equation.reduce(
            (sum, { atom, times }) => sum + times * (terms[atom]!.get(column) ?? 0),
            0,
          );
          expect(by).toBeCloseTo(0, 8);
        }
      // Each column is a count of its own that moves by it alone, so that none follows from the others.
      const own = terms.flatMap((one) =>
        one.size === 1 && [...one.values()][0] === 1 ? [...one.keys()] : [],
      );
      expect(new Set(own).size).toBe(width);
      expect(width).toBe(SIZE - rankOf(equations));
    }),
    { numRuns: 500 },
  );
});

/** How many equations do not follow from others, in whole numbers modulo a prime too large to divide any of them. */
function rankOf(equations: readonly Form[]): number {
  const prime = 1_000_003n;
  const modulo = (one: bigint): bigint => ((one % prime) + prime) % prime;
  const rows = equations.map((equation) =>
    Array.from({ length: SIZE }, (_, atom) =>
      modulo(BigInt(equation.find((term) => term.atom === atom)?.times ?? 0)),
    ),
  );
  let rank = 0;
  for (let column = 0; column < SIZE; column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (at < 0) continue;
    const [pivot] = rows.splice(at, 1);
    rows.splice(rank, 0, pivot!);
    // Cross-multiplied, so nothing is divided.
    for (const row of rows.slice(rank + 1)) {
      const times = row[column]!;
      for (let index = 0; index < SIZE; index += 1)
        row[index] = modulo(row[index]! * pivot![column]! - times * pivot![index]!);
    }
    rank += 1;
  }
  return rank;
}
