import type { Mark } from '../document.ts';

/** How long one was followed from day 0, and what ended it. */
export type Spell = {
  readonly who: string;
  /** In days, at least 1. */
  readonly time: number;
  /** The cause that ended it; undefined: still open on the as-at date, or censored. */
  readonly end: string | undefined;
  /** The end may yet be undone by what is sent later. */
  readonly provisional: boolean;
};

/** The denominator below which a value is of low reliability. */
const RELIABLE = 10;

/** The marks of a figure that stands on `denominator` units. */
export function marksOf(denominator: number, provisional: boolean): Mark[] {
  return [...(denominator < RELIABLE ? ['u' as const] : []), ...(provisional ? ['p' as const] : [])];
}

/** The marks of a figure of `spells` on `day`: provisional when an end up to that day is. */
export function marksAt(spells: readonly Spell[], day: number): Mark[] {
  return marksOf(
    spells.length,
    spells.some(({ time, provisional }) => provisional && time <= day),
  );
}
