/** Sorts by day, then id: an order that does not depend on how the records arrived. */
export function byDay<F extends { readonly day: number; readonly id: string }>(facts: F[]): F[] {
  return facts.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}
