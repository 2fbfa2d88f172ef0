import { solve } from 'yalps';
import { beliefsOf } from './beliefs.ts';
import { TOLERANCE } from './few.ts';
import type { Form } from './knowledge.ts';
import { amount } from './lines.ts';
import type { Situation } from './situation.ts';
import type { Reach } from './reach.ts';

/** What hiding a unit costs, at least 0; Infinity: it is not to be hidden. */
export type Cost = (unit: number) => number;

type Bounds = { readonly min?: number; readonly max?: number };

/**
 * Which further units to hide so that a form could be `further` people more than it is: the cheapest movement of the
 * atoms around it by linear programming. Identities hold, nobody falls below what would be believed of them, and a
 * told number that moves pays for its unit, per person. Undefined when no movement goes so far. This is a proposal:
 * whether it is enough, an audit tells.
 *
 * Source: Kelly JP, Golden BL, Assad AA, Networks 22 (1992) 397–417, for tables; here the sums are any.
 */
export function wayOut(
  form: Form,
  further: number,
  situation: Situation,
  { atoms, lines: near }: Reach,
  cost: Cost,
): number[] | undefined {
  const { truth, lines: from, deduction } = situation;
  const { floors, sums } = beliefsOf(
    near.flatMap((position) => from.lines[position] ?? []),
    (atom) => atoms.has(atom),
    truth,
  );
  const columns = new Map<string, Map<string, number>>();
  const limits = new Map<string, Bounds>();
  const put = (column: string, limit: string, times: number): void => {
    const known = columns.get(column);
    if (known === undefined) columns.set(column, new Map([[limit, times]]));
    else known.set(limit, times);
  };
  /** Bounds how far a form moves, less `pays` times what its unit has paid for. */
  const bound = (name: string, moved: Form, bounds: Bounds, unit?: string, pays = 0): void => {
    limits.set(name, bounds);
    for (const { atom, times } of moved) {
      if (!atoms.has(atom)) continue;
      put(`more ${atom}`, name, times);
      put(`fewer ${atom}`, name, -times);
    }
    if (unit !== undefined) put(unit, name, pays);
  };

  const prices = new Map<number, string>();
  bound('target', form, { min: further });
  for (const position of near) {
    const line = from.lines[position];
    if (line === undefined) continue;
    const { form: sum, unit } = line;
    const isTold = deduction.isTold(position);
    if (unit === undefined || (isTold && cost(unit) === Infinity))
      bound(`same ${position}`, sum, { min: 0, max: 0 });
    else if (isTold) {
      prices.set(unit, `unit ${unit}`);
      bound(`more ${position}`, sum, { max: 0 }, `unit ${unit}`, -1);
      bound(`fewer ${position}`, sum, { min: 0 }, `unit ${unit}`, 1);
    }
  }
  sums.forEach(({ form: sum, least }, index) => {
    bound(`least ${index}`, sum, { min: least - amount(sum, truth) });
  });
  for (const atom of atoms) {
    bound(`floor ${atom}`, [], { max: Math.max(0, (truth[atom] ?? 0) - (floors.get(atom) ?? 0)) });
    put(`fewer ${atom}`, `floor ${atom}`, 1);
    // Next to nothing, but not nothing, or there would be no end of equal ways.
    put(`more ${atom}`, 'price', 1e-4);
    put(`fewer ${atom}`, 'price', 1e-4);
  }
  for (const [unit, price] of pricesOf([...prices.keys()], cost)) put(`unit ${unit}`, 'price', price);

  const { status, variables } = solve(
    { direction: 'minimize', objective: 'price', constraints: limits, variables: columns },
    { maxPivots: 2000 },
  );
  if (status !== 'optimal') return undefined;
  const paid = new Map(variables);
  return [...prices].flatMap(([unit, name]) => ((paid.get(name) ?? 0) > TOLERANCE ? [unit] : []));
}

/** In terms of the cheapest, none for nothing, and equal costs told apart, the lower number cheaper. */
function pricesOf(units: readonly number[], cost: Cost): Map<number, number> {
  const ordered = units
    .map((unit) => ({ unit, price: cost(unit) + 0.01 }))
    .sort((a, b) => a.price - b.price || a.unit - b.unit);
  const cheapest = ordered[0]?.price ?? 1;
  return new Map(
    ordered.map(({ unit, price }, rank) => {
      // The root of 2 keeps sums of prices apart, too.
      const apart = (rank + ((rank * Math.SQRT2) % 1) / 2) / ordered.length;
      return [unit, (price / cheapest) * (1 + 1e-4 * apart)];
    }),
  );
}
