import type { Figure } from '../../document.ts';
import type { UnitName } from '../hidden.ts';
import { amountsShown } from './amounts-shown.ts';
import { countsShown } from './counts-shown.ts';
import { unitsMovedByFew } from './moved-by-few.ts';

/**
 * The units of a figure by which few people are told to whoever holds any of the issues before, with by how many: a
 * count is a few away; or none of its counts moved by more, and a mean, a time of exposure, a median or a point of a
 * curve is another, which the records of one person can do.
 *
 * @param issued the same figure in each issue before that had it
 * @example movedSince([meanOf(5, 3.2)], meanOf(5, 3.4), isSmall) // Map { 'figure' => 1 }
 */
export function movedSince(
  issued: readonly Figure[],
  now: Figure,
  isSmall: (people: number) => boolean,
): Map<UnitName, number> {
  const moved = new Map<UnitName, number>();
  for (const one of issued) {
    for (const [unit, by] of unitsMovedByFew(one, now, isSmall))
      moved.set(unit, Math.min(by, moved.get(unit) ?? by));
    if (movedByMany(one, now, isSmall)) continue;
    const before = amountsShown(one);
    for (const [unit, amounts] of amountsShown(now))
      if (amounts.some((amount, index) => differs(before.get(unit)?.[index], amount)))
        moved.set(unit, moved.get(unit) ?? 1);
  }
  return moved;
}

function movedByMany(issued: Figure, now: Figure, isSmall: (people: number) => boolean): boolean {
  const before = countsShown(issued);
  return [...countsShown(now)].some(([unit, counts]) =>
    counts.some((count, index) => {
      const by = Math.round(Math.abs(count - (before.get(unit)?.[index] ?? count)));
      return by > 0 && !isSmall(by);
    }),
  );
}

/** Beyond rounding errors; what was not told tells nothing. */
function differs(before: number | null | undefined, now: number | null): boolean {
  return typeof before === 'number' && typeof now === 'number' && Math.abs(before - now) > 1e-9;
}
