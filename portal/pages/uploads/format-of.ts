/** The formats that files are taken in, by how their names end. */
const ENDINGS: readonly (readonly [string, Format])[] = [
  ['.csv', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
];

export type Format = 'csv' | 'xlsx' | 'ndjson';

/** What kind of file one is by its name; undefined for one that is not taken. */
export const formatOf = (name: string): Format | undefined =>
  ENDINGS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1];
