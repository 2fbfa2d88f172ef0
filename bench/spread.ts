/** The middle of some numbers, the upper one where there are two. */
export function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** The middle of ratios with the least and the most, as `0.520 (0.498–0.611)`. */
export function spreadOf(ratios: readonly number[]): string {
  const [middle, least, most] = [middleOf(ratios), Math.min(...ratios), Math.max(...ratios)];
  return `${middle.toFixed(3)} (${least.toFixed(3)}–${most.toFixed(3)})`;
}
