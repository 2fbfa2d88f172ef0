/** Numbers of reviews have at most one decimal, which binary fractions only come near to. */
const ONE = 1 - 1e-9;

/** Whether a number rose by 1 or more; not where one of the two is not given. */
export function risen(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && after - before >= ONE;
}
