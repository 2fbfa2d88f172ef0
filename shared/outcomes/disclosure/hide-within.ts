/** One part of a whole that is known. */
type Part = {
  readonly people: number;
  /** Too small to show by itself, or withheld already. */
  readonly hidden: boolean;
  /** Withheld only when nothing else will do. */
  readonly precious?: boolean;
};

/**
 * How many people one hidden part must be able to be besides the one person in each other: a hidden part is known
 * not to be empty, so of n together the largest any can be is their sum less n − 1, and that must be 5.
 */
const COVER = 4;

/**
 * Which parts of a known whole to hide so that none can be had by subtraction: as soon as one is hidden, the next
 * smallest too, until at least two are and those of somebody cover four people more than there are of them.
 */
export function hideWithin(parts: readonly Part[]): boolean[] {
  const hidden = parts.map((part) => part.hidden);
  if (!hidden.includes(true)) return hidden;
  const next = [...parts.keys()]
    .filter((index) => hidden[index] === false)
    .sort((a, b) => cost(parts[a]) - cost(parts[b]));
  for (const index of next) {
    const covering = parts.filter(({ people }, at) => hidden[at] === true && people > 0);
    const covered = covering.reduce((sum, { people }) => sum + people, 0);
    if (hidden.filter(Boolean).length >= 2 && covered >= covering.length + COVER) break;
    hidden[index] = true;
  }
  return hidden;
}

/** Nobody covers nothing, so parts of nobody come last. */
function cost(part: Part | undefined): number {
  if (part === undefined) return Infinity;
  return (part.people === 0 ? 2e9 : part.people) + (part.precious === true ? 1e9 : 0);
}
