import type { Mark } from '../document.ts';

/** `marks` as the outcome document has them: absent when there are none. */
export function optionalMarks(marks: readonly Mark[]): { marks?: Mark[] } {
  return marks.length === 0 ? {} : { marks: [...marks] };
}
