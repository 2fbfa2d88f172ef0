import type { Posting } from './postings.ts';

/** Postings by the month they belong to, oldest first. */
export function byOriginalMonth(
  postings: readonly Posting[],
): { readonly month: string; readonly postings: readonly Posting[] }[] {
  return [...Map.groupBy(postings, ({ month }) => month)]
    .map(([month, ofMonth]) => ({ month, postings: ofMonth }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}
