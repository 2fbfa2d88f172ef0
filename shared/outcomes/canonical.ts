/**
 * JSON with the keys of every object in order, so that equal content is equal text.
 *
 * @example canonical({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const inners = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries([...inners.keys()].sort().map((key) => [key, inOrder(inners.get(key))]));
}
