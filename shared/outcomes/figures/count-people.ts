import { Tally } from './tally.ts';

/** How many distinct people are among `items` that pass; items of one person stand together. */
export function countPeople<Item extends { readonly who: string }>(
  items: readonly Item[],
  passes: (item: Item) => boolean = () => true,
): number {
  const tally = new Tally();
  for (const item of items) if (passes(item)) tally.add(item.who);
  return tally.people;
}
