import type { Mark } from '../../outcomes/document.ts';

const MEANING: Record<Mark, string> = {
  u: 'Fewer than ten are behind this figure: read it with caution.',
  p: 'The figure is provisional: some facts behind it can still change.',
  r: 'The figure has been restated since an earlier issue.',
};

/** What the marks of a figure mean for its reader, one sentence each. */
export const marksInWords = (marks: readonly Mark[] = []): string[] => marks.map((mark) => MEANING[mark]);
