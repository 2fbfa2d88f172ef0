import type { Upload } from '../../../examples/typescript/janus-client.ts';
import { recordTypes } from '../../words/record-types.ts';

const FORMATS = { csv: 'table', xlsx: 'workbook', ndjson: 'lines of JSON' } as const;

/** What an upload is of: `Sessions, table`, `Workbook`. */
export function whatIn({ format, type }: Pick<Upload, 'format' | 'type'>): string {
  const kind = FORMATS[format];
  return type === undefined ? kind.charAt(0).toUpperCase() + kind.slice(1) : `${recordTypes[type]}, ${kind}`;
}
