import { parse } from 'csv-parse/sync';

type Column = {
  readonly name: string;
  readonly titles: readonly string[];
  readonly datatype: string | { readonly base: string; readonly format: string };
  readonly separator?: string;
  readonly required?: boolean;
};

/** The part of a CSVW description that is checked here. */
export type CsvwTable = {
  readonly url: string;
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
};

/** The lexical forms of XML Schema that CSVW's datatypes go by. */
const LEXICAL: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  double: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$|^(INF|-INF|NaN)$/,
  gYearMonth: /^-?\d{4}-(0[1-9]|1[0-2])(Z|[+-]\d\d:\d\d)?$/,
};

/** Where a CSV says something else than its CSVW description: header, required cells, datatypes, primary key. */
export function csvwFaults(csv: Uint8Array, { tableSchema: { columns, primaryKey } }: CsvwTable): string[] {
  const [header = [], ...rows]: string[][] = parse(Buffer.from(csv), { record_delimiter: '\r\n' });
  const faults = columns.flatMap(({ titles, name }, at) =>
    titles.includes(header[at] ?? '') ? [] : [`column ${at + 1} is ${header[at]}, not ${name}`],
  );
  if (header.length !== columns.length) faults.push(`${header.length} columns, not ${columns.length}`);
  const keys = primaryKey.map((name) => columns.findIndex((column) => column.name === name));
  const seen = new Set<string>();
  rows.forEach((row, at) => {
    columns.forEach((column, place) => {
      const fault = cellFault(row[place] ?? '', column);
      if (fault !== undefined) faults.push(`row ${at + 2}, ${column.name}: ${fault}`);
    });
    const key = JSON.stringify(keys.map((place) => row[place]));
    if (seen.has(key)) faults.push(`row ${at + 2} repeats the key ${key}`);
    seen.add(key);
  });
  return faults;
}

function cellFault(cell: string, { datatype, separator, required }: Column): string | undefined {
  if (cell === '') return required ? 'is empty' : undefined;
  const { base, format } = typeof datatype === 'string' ? { base: datatype } : datatype;
  const pattern = LEXICAL[base];
  if (pattern === undefined) return `has a datatype unknown here, ${base}`;
  const values = separator === undefined ? [cell] : cell.split(separator);
  const sound = values.every(
    (value) => pattern.test(value) && (format === undefined || new RegExp(format).test(value)),
  );
  return sound ? undefined : `is ${cell}`;
}
