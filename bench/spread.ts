/** The middle of some numbers, the upper one where there are two. */
export function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** The middle of ratios with the least and the most, as `0.52 (0.50 to 0.61)`. */
export function spreadOf(ratios: readonly number[]): string {
  const [middle, least, most] = [middleOf(ratios), Math.min(...ratios), Math.max(...ratios)];
  return `${middle.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}
