import type { UploadOpening } from '../../../examples/typescript/janus-client.ts';
import { recordTypeNames } from '../../words/record-types.ts';
import { formatOf } from './format-of.ts';

/**
 * How an upload is opened for a file, by its name and by what was chosen for it. A workbook says by its sheets what its
 * rows are, and lines of JSON say it themselves.
 *
 * @throws Error where the file is none that is taken
 */
export function openingOf(name: string, type: string, chosen: string): UploadOpening {
  const format = formatOf(name);
  const mode = chosen === 'commit' ? 'commit' : 'validate';
  if (format === 'xlsx' || format === 'ndjson') return { format, mode };
  const known = recordTypeNames.find((each) => each === type);
  if (format === undefined || known === undefined) throw new Error('Choose a file, and what its rows are.');
  return { format, type: known, mode };
}
