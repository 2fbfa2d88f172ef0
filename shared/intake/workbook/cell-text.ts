import { notAWorkbook } from './zip-entries.ts';

/** A cell holds 32,767 letters; some programs count those in more than one part as more. */
const LONGEST = 4 * 32_767;

/**
 * Adds a part to the text of a cell.
 *
 * @throws AppError 422 `not-a-workbook` where it is longer than any cell's
 */
export function withPart(text: string, part: string): string {
  if (text.length + part.length > LONGEST) throw notAWorkbook();
  return text + part;
}
