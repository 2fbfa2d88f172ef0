/** Which reported days matter more once the headline is safe: 12 weeks, 24 weeks, 4 weeks, 8 weeks. */
const PRIORITY = [84, 168, 28, 56];

/** The positions of `days` in order of importance, the headline day first. */
export function orderOfDays(days: readonly number[], headlineDay: number): number[] {
  const rank = (day: number): number => {
    if (day === headlineDay) return -1;
    const known = PRIORITY.indexOf(day);
    return known === -1 ? PRIORITY.length : known;
  };
  return [...days.keys()].sort((a, b) => rank(days[a] ?? 0) - rank(days[b] ?? 0) || a - b);
}
