/** A rectangle on the canvas, in pixels. */
export type Box = { left: number; right: number; top: number; bottom: number };

/** Whether two rectangles have more than an edge in common. */
export const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The first place for a label that touches nothing drawn before it, or else the one that touches least.
 *
 */
export function labelPlace<Place extends Box>(
  [first, ...more]: readonly [Place, ...Place[]],
  taken: readonly Box[],
): Place {
  const touched = (place: Box) => taken.filter((box) => touch(place, box)).length;
  return more.reduce((best, place) => (touched(place) < touched(best) ? place : best), first);
}
