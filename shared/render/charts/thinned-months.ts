/** How many months have room for their labels. */
const MOST_MONTHS = 14;

/**
 * As many months of an axis as have room for their labels, at equal steps; not the first where only its last days are
 * shown.
 *
 * @param length of the axis, in the unit that the months are placed by
 */
export function thinnedMonths<Month extends { readonly at: number }>(
  months: readonly Month[],
  length: number,
): Month[] {
  const [first, second] = months;
  const cut = first !== undefined && second !== undefined && second.at - first.at < length / MOST_MONTHS;
  const whole = cut ? months.slice(1) : months;
  const step = Math.ceil(whole.length / MOST_MONTHS);
  return whole.filter((_, i) => i % step === 0);
}
