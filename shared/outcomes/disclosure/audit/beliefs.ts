import type { Form } from './knowledge.ts';
import type { Line } from './lines.ts';

/** What a reader believes of atoms because withheld numbers are not empty. */
export type Beliefs = {
  /** The least each atom is believed to be, where that is more than 0. */
  readonly floors: ReadonlyMap<number, number>;
  /** What sums of several are believed to be at least, where that says more than the floors. */
  readonly sums: readonly { readonly form: Form; readonly least: number }[];
};

/**
 * What is believed of the atoms that are `inside`, all others being what they are in `truth`, when these lines are
 * withheld. A number that is below its `least` says nothing: who withholds an empty one deceives.
 */
export function beliefsOf(
  withheld: readonly Line[],
  inside: (atom: number) => boolean,
  truth: readonly number[],
): Beliefs {
  const floors = new Map<number, number>();
  const sums: { form: Form; least: number }[] = [];
  for (const line of withheld) {
    if (line.least === 0 || line.value < line.least) continue;
    const form = line.form.filter(({ atom }) => inside(atom));
    const known = line.form.reduce(
      (sum, { atom, times }) => sum + (inside(atom) ? 0 : times * (truth[atom] ?? 0)),
      0,
    );
    const least = line.least - known;
    const [first, ...others] = form;
    if (first === undefined) continue;
    if (others.length > 0 || first.times < 0) sums.push({ form, least });
    else floors.set(first.atom, Math.max(floors.get(first.atom) ?? 0, least / first.times));
  }
  const saysMore = ({ form, least }: (typeof sums)[number]): boolean =>
    form.some(({ times }) => times < 0) ||
    form.reduce((sum, { atom, times }) => sum + times * (floors.get(atom) ?? 0), 0) < least;
  return { floors, sums: sums.filter(saysMore) };
}
