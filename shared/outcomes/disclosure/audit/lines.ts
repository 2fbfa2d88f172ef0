import type { Form, Knowledge } from './knowledge.ts';

/** One equation between atoms: an identity, which holds always, or a statement, which is told while its unit is shown. */
export type Line = {
  readonly form: Form;
  readonly value: number;
  readonly unit: number | undefined;
  readonly least: 0 | 1;
};

/** The equations of some knowledge, and where to find what. */
export type Lines = {
  readonly lines: readonly Line[];
  /** By atom: the lines it is in, by their position. */
  readonly linesOf: readonly (readonly number[])[];
  /** By unit: the lines told with it, by their position. */
  readonly linesOfUnit: ReadonlyMap<number, readonly number[]>;
};

/**
 * The identities and statements as lines, each atom once in each.
 *
 * @throws Error when a number is not the sum of its atoms, or an atom is negative or missing: then whoever built the
 * knowledge made a mistake and nothing may be published.
 */
export function linesOf({ truth, statements, identities }: Knowledge): Lines {
  if (!truth.every((people) => people >= 0)) throw new Error('An atom is not a number of people.');
  const lines = [
    ...identities.map(({ form, value }): Line => ({ form: tidied(form), value, unit: undefined, least: 0 })),
    ...statements.map(({ form, value, unit, least }): Line => ({ form: tidied(form), value, unit, least })),
  ];
  const byAtom = truth.map((): number[] => []);
  const byUnit = new Map<number, number[]>();
  lines.forEach(({ form, value, unit }, position) => {
    if (!(Math.abs(amount(form, truth) - value) < 1e-9)) {
      throw new Error(
        `${unit === undefined ? 'An identity' : `A statement of unit ${unit}`} does not add up.`,
      );
    }
    for (const { atom } of form) byAtom[atom]?.push(position);
    if (unit === undefined) return;
    const others = byUnit.get(unit);
    if (others === undefined) byUnit.set(unit, [position]);
    else others.push(position);
  });
  return { lines, linesOf: byAtom, linesOfUnit: byUnit };
}

/** A form with each atom once, in order. */
export function tidied(form: Form): Form {
  const isTidy = form.every(
    ({ atom, times }, index) => times !== 0 && (index === 0 || atom > (form[index - 1]?.atom ?? atom)),
  );
  if (isTidy) return form;
  const times = new Map<number, number>();
  for (const term of form) times.set(term.atom, (times.get(term.atom) ?? 0) + term.times);
  return [...times]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => a - b)
    .map(([atom, count]) => ({ atom, times: count }));
}

/** Whether a reader takes a withheld number to be as much as its `least`. */
export function isBelieved({ value, least }: Line): boolean {
  return least > 0 && value >= least;
}

/** What a form comes to. NaN when it names an atom that does not exist. */
export function amount(form: Form, atoms: ArrayLike<number>): number {
  let sum = 0;
  for (const { atom, times } of form) sum += times * (atoms[atom] ?? NaN);
  return sum;
}

/** So many fewer. */
export function minus(form: Form): Form {
  return form.map(({ atom, times }) => ({ atom, times: -times }));
}

/** The same for tidied forms that are the same, and only for them. */
export function keyOf(form: Form): string {
  return form.map(({ atom, times }) => `${atom}×${times}`).join(' ');
}
