import { TOLERANCE } from './few.ts';
import type { Form } from './knowledge.ts';
import { isBelieved, type Lines } from './lines.ts';

/**
 * Another state of things that a reader must think possible: how many people more or fewer than in truth each atom is.
 * What is not named is as it is.
 */
export type Move = ReadonlyMap<number, number>;

/** How much more a form comes to after a move. */
export function movedBy(form: Form, move: Move): number {
  let by = 0;
  for (const { atom, times } of form) by += times * (move.get(atom) ?? 0);
  return by;
}

/**
 * Whether a move contradicts nothing that is known: no told sum changes, no atom falls below 0, and, for a reader who
 * is `believing`, no withheld number that is as much as its `least` falls below it.
 *
 * @param isTold which lines, by their position, are told
 */
export function isPossible(
  move: Move,
  { lines, linesOf }: Lines,
  truth: readonly number[],
  isTold: (line: number) => boolean,
  believing: boolean,
): boolean {
  const touched = new Set<number>();
  for (const [atom, by] of move) {
    if ((truth[atom] ?? 0) + by < -TOLERANCE) return false;
    for (const position of linesOf[atom] ?? []) touched.add(position);
  }
  for (const position of touched) {
    const line = lines[position];
    if (line === undefined) continue;
    if (isTold(position)) {
      if (Math.abs(movedBy(line.form, move)) > TOLERANCE) return false;
    } else if (believing && isBelieved(line)) {
      if (line.value + movedBy(line.form, move) < line.least - TOLERANCE) return false;
    }
  }
  return true;
}
