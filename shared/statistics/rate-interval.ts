export function rateInterval(
  events: number,
  exposure: number,
): { lower: number; upper: number; method: 'byar' | 'exact' } {
  return { lower: events / exposure, upper: events / exposure, method: 'byar' };
}
