import type { FieldIssue } from '../platform/errors.ts';
import { typeNamed } from '../records/registry.ts';
import { csvCell } from '../render/csv/csv-cell.ts';

/** The columns of the file that tells what is wrong with the rows of an upload. */
export const ERROR_COLUMNS = 'sheet,row,column,problem,message,allowed';

/**
 * What is wrong with one row, as lines of a CSV: by the sender's row and column, never with what was sent.
 *
 * @example errorLines('lapse', 7, [{ field: 'openedOn', code: 'required', message: 'this field is required' }])
 * // ['lapses,7,openedOn,required,this field is required,']
 */
export function errorLines(type: string, row: number, issues: readonly FieldIssue[]): string[] {
  const sheet = typeNamed(type)?.collection ?? '';
  return issues.map(({ field, code, message, allowed = [] }) =>
    [sheet, String(row), field, code, message, allowed.join('; ')].map(csvCell).join(','),
  );
}
