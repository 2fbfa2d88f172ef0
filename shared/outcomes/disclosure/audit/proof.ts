import type { Around, Surroundings } from './surroundings.ts';
import { ENOUGH, isSafe, wholeNumbersIn, type Interval } from './few.ts';
import type { Secret } from './knowledge.ts';
import { minus } from './lines.ts';
import { type Move, movedBy } from './move.ts';

/**
 * What shows how far a reader is from knowing a secret: other states of things in which it is more or less, none of
 * which anything that is known contradicts.
 */
export type Proof = {
  /** Possible even for a reader who believes that what is withheld is not empty. */
  readonly believed: readonly Move[];
  /** Possible by the sums alone. */
  readonly bySums: readonly Move[];
};

export const NOTHING_SHOWN: Proof = { believed: [], bySums: [] };

/** Between which whole numbers a secret can be as far as a proof shows. */
export type Shown = { readonly bySums: Interval; readonly believed: Interval; readonly safe: boolean };

export function shownBy({ form, value }: Secret, { believed, bySums }: Proof): Shown {
  const amounts = (moves: readonly Move[]): number[] => [
    value,
    ...moves.map((move) => value + movedBy(form, move)),
  ];
  const rangeOf = (all: readonly number[]): Interval =>
    wholeNumbersIn({ lower: Math.max(0, Math.min(...all)), upper: Math.max(...all) });
  const ofBelieved = amounts(believed);
  const ranges = {
    believed: rangeOf(ofBelieved),
    bySums: rangeOf([...ofBelieved, ...amounts(bySums)]),
  };
  return { ...ranges, safe: isSafe(ranges.bySums, ranges.believed) };
}

/**
 * A proof that a secret is hidden well enough, or else of as much as could be found: what is near is moved first, since
 * that is often enough, then more of what hangs together with it.
 *
 * @param home the atoms to begin with, which may be more than its own
 * @param sizes how many atoms are looked at, one after the other
 */
export function prove(
  secret: Secret,
  home: readonly number[],
  surroundings: Surroundings,
  sizes: readonly number[],
): Proof {
  const found = surroundings.chain(secret.form, ENOUGH);
  let best: Proof = found === undefined ? NOTHING_SHOWN : { believed: [found], bySums: [] };
  if (shownBy(secret, best).safe) return best;
  for (const near of surroundings.of(home, sizes)) {
    best = proveWithin(secret, near, ENOUGH);
    if (shownBy(secret, best).safe) return best;
  }
  return best;
}

/**
 * The whole range of a secret, whatever work that is.
 *
 * @param atoms what may move: all that there are, or the range can be too narrow
 */
export function proveAll(secret: Secret, surroundings: Surroundings, atoms: readonly number[]): Proof {
  const [all] = surroundings.of(atoms, [Infinity]);
  return all === undefined ? NOTHING_SHOWN : proveWithin(secret, all, Infinity);
}

/** @param further how many people more, or fewer, are looked for: once that is enough nothing else is. */
function proveWithin(secret: Secret, { believedMore, more }: Around, further: number): Proof {
  const { form } = secret;
  const isEnough = (proof: Proof): boolean => further < Infinity && shownBy(secret, proof).safe;
  // Once it may be five more than it is, of one to four people nothing else need be shown.
  const up = { believed: [believedMore(form, further)], bySums: [] };
  if (isEnough(up)) return up;
  const both = { believed: [...up.believed, believedMore(minus(form), further)], bySums: [] };
  if (more === undefined || isEnough(both)) return both;
  return { ...both, bySums: [more(form, further), more(minus(form), further)] };
}
