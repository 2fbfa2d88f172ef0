import type { Figure } from '../../document.ts';
import type { UnitName } from '../hidden.ts';
import { countsShown } from './counts-shown.ts';

/**
 * The units of a figure that tell a number a few away from what another shown figure tells there: whoever holds both
 * learns of few people. Numbers that are equal tell nothing.
 *
 * @example unitsMovedByFew(issued, now, isSmall) // Map { 'figure' => 2 }: 31 of 88 was 29 of 88
 */
export function unitsMovedByFew(
  issued: Figure,
  now: Figure,
  isSmall: (people: number) => boolean,
): Map<UnitName, number> {
  const before = countsShown(issued);
  const moved = new Map<UnitName, number>();
  for (const [unit, counts] of countsShown(now)) {
    const by = counts.map((count, index) =>
      Math.round(Math.abs(count - (before.get(unit)?.[index] ?? count))),
    );
    const few = by.filter(isSmall);
    if (few.length > 0) moved.set(unit, Math.min(...few));
  }
  return moved;
}
