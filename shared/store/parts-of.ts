/**
 * Cuts a list into parts that each weigh at most so much; a single entry that weighs more is a part of its own.
 *
 * @example partsOf([3, 4, 5], (weight) => weight, 8) // [[3, 4], [5]]
 */
export function partsOf<Entry>(
  entries: readonly Entry[],
  weightOf: (entry: Entry) => number,
  most: number,
): Entry[][] {
  const parts: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const weight = weightOf(entry);
    const last = parts.at(-1);
    if (last === undefined || weight > room) {
      parts.push([entry]);
      room = most - weight;
    } else {
      last.push(entry);
      room -= weight;
    }
  }
  return parts;
}
