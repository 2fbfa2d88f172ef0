/**
 * Where an increasing function crosses zero between `low`, where it is below, and `high`, where it is above; to the
 * last digit a number has. Interval halving: slower than Newton's method, but it cannot miss. The ends themselves are
 * never tried.
 *
 * @example bisect((x) => x * x - 2, 0, 2) // 1.4142135623730951
 */
export function bisect(increasing: (x: number) => number, low: number, high: number): number {
  const middle = (low + high) / 2;
  if (middle <= low || middle >= high) return middle;
  return increasing(middle) < 0 ? bisect(increasing, middle, high) : bisect(increasing, low, middle);
}
