import { Temporal } from 'temporal-polyfill';

/** How far ahead of UTC London's clocks were: as written after a time, or why no one offset is right. */
export type LondonOffset = `${'+' | '-'}${string}` | 'twice' | 'never';

/** An hour has one answer, since clocks change on the hour; a year's sessions have a few thousand hours. */
const MOST_KEPT = 10_000;
const kept = new Map<string, LondonOffset>();

/**
 * London's offset at a time that London's clocks showed: `twice` in the hour that comes again as they go back, `never`
 * in the one that they leap over.
 *
 * @param hour a date and an hour, `2026-07-01T16`
 * @example londonOffset('2026-07-01T16') // '+01:00'
 */
export function londonOffset(hour: string): LondonOffset {
  const known = kept.get(hour);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const offset = find(hour);
  kept.set(hour, offset);
  return offset;
}

function find(hour: string): LondonOffset {
  const wall = Temporal.PlainDateTime.from(`${hour}:00`);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime('Europe/London', { disambiguation }),
  );
  if (earlier === undefined || later === undefined) return 'never';
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    const [sign, digits] = earlier.offset.startsWith('-') ? (['-', 1] as const) : (['+', 1] as const);
    return `${sign}${earlier.offset.slice(digits)}`;
  }
  return earlier.toPlainDateTime().equals(later.toPlainDateTime()) ? 'twice' : 'never';
}
