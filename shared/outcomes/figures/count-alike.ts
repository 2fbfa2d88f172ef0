type Timed = { readonly who: string; readonly time: number };

/** Counts the distinct people who have an item that passes. */
export type CountAlike<Item> = (passes: (item: Item) => boolean) => number;

/**
 * Prepares to count the people of `items` over and over, by nothing but which of the reported `days` an item's time
 * is beyond and its `kind`, a small whole number: items that are alike in both are alike to every question, so all are
 * gone through once and each question is asked of one example of each. Items of one person stand together.
 *
 * @example countAlike(spells, [28, 84], () => 0)(({ time }) => time > 28) // people followed for more than 28 days
 */
export function countAlike<Item extends Timed>(
  items: readonly Item[],
  days: readonly number[],
  kindOf: (item: Item) => number,
): CountAlike<Item> {
  const examples = new Map<number, Item>();
  /** How many people have just these kinds of items; each kind is one binary digit. */
  const people = new Map<number, number>();
  const addPerson = (kinds: number): void => {
    if (kinds > 0) people.set(kinds, (people.get(kinds) ?? 0) + 1);
  };
  let last: string | undefined;
  let kinds = 0;
  for (const item of items) {
    if (item.who !== last) {
      addPerson(kinds);
      kinds = 0;
      last = item.who;
    }
    const kind = 2 ** (kindOf(item) * (days.length + 1) + daysBefore(item.time, days));
    if (!examples.has(kind)) examples.set(kind, item);
    kinds |= kind;
  }
  addPerson(kinds);

  return (passes) => {
    let passing = 0;
    for (const [kind, example] of examples) if (passes(example)) passing |= kind;
    let count = 0;
    for (const [some, number] of people) if ((some & passing) !== 0) count += number;
    return count;
  };
}

function daysBefore(time: number, days: readonly number[]): number {
  let before = 0;
  for (const day of days) if (time > day) before += 1;
  return before;
}
