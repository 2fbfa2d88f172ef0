import type { Flow } from '../computed.ts';

/**
 * Whether the differences between neighbouring shown times tell of no few people. `shown` are positions in the flow
 * (0, the start, is always known), in any order.
 */
export function flowIsSafe(
  flow: Flow,
  shown: readonly number[],
  isSmall: (people: number) => boolean,
): boolean {
  const known = [0, ...shown].sort((a, b) => a - b);
  return known.every((to, index) => {
    const from = known[index - 1];
    return from === undefined || !isSmall(flow[from]?.[to] ?? 0);
  });
}
