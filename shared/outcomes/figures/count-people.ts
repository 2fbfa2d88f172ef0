/**
 * How many distinct people are among `items` that pass. Items of one person stand together, because a person's
 * history is read once and whole, so a change of person is a new person and no set is needed.
 */
export function countPeople<Item extends { readonly who: string }>(
  items: readonly Item[],
  passes: (item: Item) => boolean = () => true,
): number {
  let people = 0;
  let last: string | undefined;
  for (const item of items) {
    if (item.who !== last && passes(item)) {
      people += 1;
      last = item.who;
    }
  }
  return people;
}
