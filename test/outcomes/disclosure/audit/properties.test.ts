import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../../support/audit.ts';
import type { Form, Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';
import { protect } from '../../../../shared/outcomes/disclosure/audit/protect.ts';
import { anything } from './anything.ts';
import { fewIn, tableOf } from './table-of.ts';

const tables = (most: number, size: number) =>
  fc.tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 2, max: size })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const costOf =
  ({ statements }: Knowledge) =>
  (unit: number): number =>
    statements.reduce((sum, one) => sum + (one.unit === unit ? Math.abs(one.value) : 0), 0);

/** The units of which nothing but few people is stated. */
const primaryOf = ({ statements }: Knowledge): number[] =>
  statements.filter(({ value }) => value >= 1 && value <= 4).map(({ unit }) => unit);

/** Every table of whole people with these sums of rows and columns, and the same people where cells are shown. */
function tablesLike(rows: readonly (readonly number[])[], hidden: ReadonlySet<number>, least: 0 | 1) {
  const width = rows[0]!.length;
  const found: number[][] = [];
  const inRow = rows.map((row) => row.reduce((sum, one) => sum + one, 0));
  const inColumn = rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
  const fill = (cells: number[]): void => {
    const at = cells.length;
    if (at === rows.length * width) {
      const columnsHold = rows.length === 1 || inColumn.every((rest) => rest === 0);
      if (columnsHold && inRow.every((rest) => rest === 0)) found.push([...cells]);
      return;
    }
    const [row, column] = [Math.floor(at / width), at % width];
    // An empty cell that is hidden is not believed to be anything.
    const [low, high] = hidden.has(at)
      ? [Math.min(least, rows[row]![column]!), Infinity]
      : [rows[row]![column]!, rows[row]![column]!];
    for (
      let cell = low;
      cell <= Math.min(high, inRow[row]!, rows.length === 1 ? Infinity : inColumn[column]!);
      cell += 1
    ) {
      inRow[row]! -= cell;
      inColumn[column]! -= cell;
      if (column < width - 1 || inRow[row] === 0) fill([...cells, cell]);
      inRow[row]! += cell;
      inColumn[column]! += cell;
    }
  };
  fill([]);
  return found;
}

const rangeOf = (all: readonly number[][], cell: number) => {
  const cells = all.map((one) => one[cell]!);
  return { lower: Math.min(...cells), upper: Math.max(...cells) };
};

test('the ranges are those of all tables of whole people there can be', () => {
  fc.assert(
    fc.property(tables(7, 3), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (rows, flags) => {
      const table = tableOf(rows);
      const hidden = new Set(
        [...table.truth.keys()].filter((cell) => flags[cell]! || fewIn(table).includes(cell)),
      );
      const bySums = tablesLike(rows, hidden, 0);
      const believed = tablesLike(rows, hidden, 1);
      const audited = audit(table, hidden);
      expect(audited).toHaveLength(fewIn(table).length);
      fewIn(table).forEach((cell, index) => {
        expect(audited[index]).toMatchObject(rangeOf(bySums, cell));
        expect(audited[index]?.believed).toEqual(rangeOf(believed, cell));
      });
    }),
    { numRuns: 150 },
  );
});

test('no cell of few people can be deduced from a protected table, of all there can be', () => {
  fc.assert(
    fc.property(tables(8, 3), (rows) => {
      const table = tableOf(rows);
      const { hidden, audited } = protect(table, fewIn(table), (unit) => table.truth[unit]!);
      const leaking = audited.filter(({ safe }) => !safe).map(({ secret }) => secret.name);
      const cells = new Set(hidden.keys());
      const bySums = tablesLike(rows, cells, 0);
      const believed = tablesLike(rows, cells, 1);
      for (const cell of fewIn(table)) {
        if (leaking.includes(table.secrets[cell]!.name)) continue;
        const { lower, upper } = rangeOf(bySums, cell);
        expect(upper - lower).toBeGreaterThanOrEqual(5);
        const range = rangeOf(believed, cell);
        expect(range.upper).toBeGreaterThanOrEqual(5);
        expect(range.upper - range.lower).toBeGreaterThanOrEqual(4);
      }
    }),
    { numRuns: 150 },
  );
});

test('what is found to leak leaks with everything hidden, too; nothing is hidden in vain', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        tables(30, 6).map((rows) => tableOf(rows)),
        anything,
      ),
      (knowledge) => {
        const primary = new Set(primaryOf(knowledge));
        const { hidden, audited } = protect(knowledge, primary, costOf(knowledge));
        const leaks = audited.filter(({ safe }) => !safe);
        const exact = audit(knowledge, hidden.keys());
        expect(audited.map(({ secret, safe }) => [secret, safe])).toEqual(
          exact.map(({ secret, safe }) => [secret, safe]),
        );
        exact.forEach(({ lower, upper }, index) => {
          const shown = audited[index]!.bySums;
          expect(shown.lower).toBeGreaterThanOrEqual(lower);
          expect(shown.upper).toBeLessThanOrEqual(upper);
        });

        const everything = audit(
          knowledge,
          knowledge.statements.map(({ unit }) => unit),
        );
        const anyway = everything.filter(({ safe }) => !safe).map(({ secret }) => secret.name);
        for (const { secret } of leaks) expect(anyway).toContain(secret.name);

        if (leaks.length > 0) return;
        for (const [unit, why] of hidden) {
          if (why === 'primary') continue;
          const less = audit(
            knowledge,
            [...hidden.keys()].filter((other) => other !== unit),
          );
          expect(less.some(({ safe }) => !safe)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('hides nothing where there is no secret', () => {
  fc.assert(
    fc.property(anything, (knowledge) => {
      const primary = primaryOf(knowledge);
      const { hidden } = protect({ ...knowledge, secrets: [] }, primary, costOf(knowledge));
      expect(new Set(hidden.keys())).toEqual(new Set(primary));
    }),
  );
});

test('neither the order of what is given nor the numbers of atoms make a difference', () => {
  const cases = anything.chain((knowledge) =>
    fc.record({
      knowledge: fc.constant(knowledge),
      atoms: shuffled([...knowledge.truth.keys()]),
      statements: shuffled(knowledge.statements),
      identities: shuffled(knowledge.identities),
      secrets: shuffled(knowledge.secrets),
    }),
  );
  fc.assert(
    fc.property(cases, ({ knowledge, atoms, statements, identities, secrets }) => {
      const moved = <Sum extends { readonly form: Form }>(sums: readonly Sum[]): Sum[] =>
        sums.map((sum) => ({
          ...sum,
          form: sum.form.map(({ atom, times }) => ({ atom: atoms.indexOf(atom), times })).toReversed(),
        }));
      const other: Knowledge = {
        truth: atoms.map((atom) => knowledge.truth[atom]!),
        statements: moved(statements).map((one) => ({ ...one, unit: 3 * one.unit + 7 })),
        identities: moved(identities),
        secrets: moved(secrets),
      };
      const one = protect(knowledge, primaryOf(knowledge), costOf(knowledge));
      const two = protect(other, primaryOf(other), costOf(other));
      expect([...two.hidden]).toEqual([...one.hidden].map(([unit, why]) => [3 * unit + 7, why]));
      const ranges = ({ audited }: typeof one) => audited.map(({ secret, safe }) => [secret.name, safe]);
      expect(ranges(two)).toEqual(ranges(one));
    }),
    { numRuns: 300 },
  );
});

function shuffled<One>(all: readonly One[]): fc.Arbitrary<One[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length });
}
