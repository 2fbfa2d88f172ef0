import type { FieldIssue } from '../platform/errors.ts';

const MOST_ISSUES = 20;
const MORE = 'more-errors';

/**
 * The first twenty of what is wrong, then how many more there are. Those that were left out before are counted again.
 *
 * @example firstIssues(thirty).at(-1) // { field: '', code: 'more-errors', message: 'there are 10 more problems' }
 */
export function firstIssues(issues: readonly FieldIssue[]): FieldIssue[] {
  const told = issues.filter(({ code }) => code !== MORE);
  const leftOut = issues.filter(({ code }) => code === MORE).map(({ message }) => countIn(message));
  const more = leftOut.reduce((sum, count) => sum + count, Math.max(0, told.length - MOST_ISSUES));
  if (more === 0) return told;
  return [
    ...told.slice(0, MOST_ISSUES),
    { field: '', code: MORE, message: `there are ${more} more problems` },
  ];
}

const countIn = (message: string) => Number(/\d+/.exec(message)?.[0] ?? 1);
