/** One part of a whole that is known. */
type Part = {
  readonly people: number;
  /** Too small to show by itself, or withheld already. */
  readonly hidden: boolean;
  /** Withheld only when nothing else will do. */
  readonly precious?: boolean;
};

/** How many people the hidden parts of a whole must cover together. */
const COVER = 5;

/**
 * Which parts of a known whole to hide so that none can be had by subtraction: as soon as one is hidden, the next
 * smallest too, until at least two are and they cover five people.
 */
export function hideWithin(parts: readonly Part[]): boolean[] {
  const hidden = parts.map((part) => part.hidden);
  if (!hidden.includes(true)) return hidden;
  const next = [...parts.keys()]
    .filter((index) => hidden[index] === false)
    .sort((a, b) => cost(parts[a]) - cost(parts[b]));
  for (const index of next) {
    const covered = parts.reduce((sum, { people }, at) => sum + (hidden[at] === true ? people : 0), 0);
    if (hidden.filter(Boolean).length >= 2 && covered >= COVER) break;
    hidden[index] = true;
  }
  return hidden;
}

/** Nobody covers nothing, so parts of nobody come last. */
function cost(part: Part | undefined): number {
  if (part === undefined || part.people === 0) return Infinity;
  return part.people + (part.precious === true ? 1e9 : 0);
}
