import type { Form, Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';

/** The sum of these atoms. */
export const sumOf = (...atoms: number[]): Form => atoms.map((atom) => ({ atom, times: 1 }));

/**
 * A table whose sums of rows, and of columns if there are several rows, everybody knows. Each cell is an atom, a unit and a secret of the same
 * number, row by row: in a table of three columns cell (1, 0) is 3.
 */
export function tableOf(rows: readonly (readonly number[])[], least: 0 | 1 = 1): Knowledge {
  const truth = rows.flat();
  const width = rows[0]?.length ?? 0;
  const known = (...atoms: number[]) => ({
    form: sumOf(...atoms),
    value: atoms.reduce((sum, atom) => sum + truth[atom]!, 0),
  });
  const columns = [...(rows[0] ?? []).keys()];
  return {
    truth,
    statements: truth.map((value, unit) => ({ unit, form: sumOf(unit), value, least })),
    identities: [
      ...rows.map((_, row) => known(...columns.map((column) => row * width + column))),
      ...(rows.length === 1 ? [] : columns).map((column) =>
        known(...rows.map((_, row) => row * width + column)),
      ),
    ],
    secrets: truth.map((value, cell) => ({
      form: sumOf(cell),
      value,
      name: `cell ${String(cell).padStart(3, '0')}`,
    })),
  };
}

/** The cells of few people. */
export const fewIn = ({ truth }: Knowledge): number[] =>
  [...truth.keys()].filter((cell) => truth[cell]! >= 1 && truth[cell]! <= 4);
