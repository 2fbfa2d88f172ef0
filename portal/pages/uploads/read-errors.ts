/** What is wrong with one field of one row, by the numbers and names of the sender's own file. */
export type RowError = {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly problem: string;
  readonly message: string;
  readonly allowed: string;
};

/**
 * Reads the file of errors of an upload (RFC 4180), so many of them at most; a last line that was cut off is left out.
 *
 * @example readErrors('sheet,row,column,problem,message,allowed\nlapses,7,openedOn,required,this field is required,\n', 200)
 */
export function readErrors(text: string, most: number): RowError[] {
  const [, ...lines] = cellsOf(text);
  return lines
    .slice(0, most)
    .map(([sheet = '', row = '', column = '', problem = '', message = '', allowed = '']) => ({
      ...{ sheet, row, column, problem, message, allowed },
    }));
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy,
  )) {
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (end !== '') lines.push(line);
    line = [];
  }
  return lines;
}
