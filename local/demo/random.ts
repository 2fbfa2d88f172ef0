/** Chance that repeats itself: the same seed gives the same sequence on every machine. */
export type Random = {
  /** True in `probability` of all calls. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of the names, each as often as its weight says. */
  readonly weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
};

/**
 * A generator for a seed: mulberry32 (Tommy Ettinger, public domain), 32 bits of state, whole-number arithmetic
 * only, so that no machine rounds differently. Not for secrets.
 *
 * @example randomOf(1).between(1, 6)
 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const chosen = items.slice(below(items.length))[0];
    if (chosen === undefined) throw new RangeError('there is nothing to pick from');
    return chosen;
  };
  return {
    chance: (probability) => next() < probability,
    between: (low, high) => low + below(high - low + 1),
    pick,
    weighted: (weights) => pick(namesRepeated(weights)),
  };
}

/** Each name as often as its weight; weights are small whole numbers. */
function namesRepeated<Name extends string>(weights: Readonly<Record<Name, number>>): Name[] {
  const names: Name[] = [];
  for (const name in weights) for (let count = 0; count < weights[name]; count += 1) names.push(name);
  return names;
}
