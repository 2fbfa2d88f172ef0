import type { Deduction } from './deduction.ts';
import { TOLERANCE } from './few.ts';
import type { Form } from './knowledge.ts';
import { isBelieved, type Lines } from './lines.ts';
import { isPossible, type Move, movedBy } from './move.ts';

/** So many first atoms are tried, and so many may move after one. */
const MOST_TRIES = 3;
const MOST_MOVED = 400;

/**
 * A move by which a form is `further` more, found by putting right one told sum after the other: what one of its atoms
 * has more, the freest of the others has less. Far less work than a linear program, and undefined where it does not get
 * through, though there may be a way.
 */
export function chain(
  form: Form,
  further: number,
  lines: Lines,
  truth: readonly number[],
  deduction: Deduction,
): Move | undefined {
  const isTold = (line: number): boolean => deduction.isTold(line);
  /** In how many told sums an atom is: each has to be put right after it. */
  const ties = (atom: number): number => (lines.linesOf[atom] ?? []).filter(isTold).length;
  const first = deduction
    .open(form)
    .filter(({ times }) => times > 0)
    .map((term) => ({ ...term, ties: ties(term.atom) }))
    .sort((a, b) => a.ties - b.ties || a.atom - b.atom);
  for (const { atom, times } of first.slice(0, MOST_TRIES)) {
    const move = followed(atom, further / times, lines, truth, deduction, ties);
    if (move !== undefined && movedBy(form, move) >= further - TOLERANCE)
      if (isPossible(move, lines, truth, isTold, true)) return move;
  }
  return undefined;
}

function followed(
  first: number,
  by: number,
  { lines, linesOf }: Lines,
  truth: readonly number[],
  deduction: Deduction,
  ties: (atom: number) => number,
): Move | undefined {
  const move = new Map<number, number>();
  const wrong: number[] = [];
  const shift = (atom: number, amount: number): void => {
    move.set(atom, amount);
    for (const line of linesOf[atom] ?? []) if (deduction.isTold(line)) wrong.push(line);
  };
  /** How much less an atom can be. */
  const room = (atom: number): number => {
    let floor = 0;
    for (const position of linesOf[atom] ?? []) {
      const line = lines[position];
      if (line === undefined || line.form.length > 1 || deduction.isTold(position) || !isBelieved(line))
        continue;
      floor = Math.max(floor, line.least / (line.form[0]?.times ?? 1));
    }
    return (truth[atom] ?? 0) - floor;
  };
  shift(first, by);
  for (let line = wrong.pop(); line !== undefined; line = wrong.pop()) {
    const form = lines[line]?.form ?? [];
    let off = movedBy(form, move);
    if (Math.abs(off) <= TOLERANCE) continue;
    if (move.size > MOST_MOVED) return undefined;
    const others = deduction
      .open(form)
      .filter(({ atom }) => !move.has(atom))
      .map(({ atom, times }) => ({ atom, times, ties: ties(atom) }))
      .sort((a, b) => a.ties - b.ties || (truth[b.atom] ?? 0) - (truth[a.atom] ?? 0) || a.atom - b.atom);
    for (const { atom, times } of others) {
      const amount = Math.max(-off / times, -room(atom));
      if (amount === 0) continue;
      shift(atom, amount);
      off += amount * times;
      if (Math.abs(off) <= TOLERANCE) break;
    }
    if (Math.abs(off) > TOLERANCE) return undefined;
  }
  return move;
}
