import type { HeldRecord } from '../../privacy/subject-access.ts';
import { fieldInWords } from './field-words.ts';
import type { RecordKind } from './record-kind.ts';
import { valueInWords } from './value-in-words.ts';

type Data = HeldRecord['versions'][number]['data'];

export type ToldField = { readonly field: string; readonly label: string; readonly text: string };

/**
 * Every field of a record in words, in the reader's order. The reference that the whole document is about is not
 * repeated with each record.
 *
 * @param besides fields that are told elsewhere
 */
export function toldFields(
  kind: RecordKind,
  data: Data,
  personRef: string,
  besides: readonly string[] = [],
): ToldField[] {
  const others = Object.keys(data).filter((field) => !kind.fields.includes(field));
  return [...kind.fields, ...others]
    .filter((field) => data[field] !== undefined && !besides.includes(field))
    .filter((field) => field !== 'personRef' || data[field] !== personRef)
    .map((field) => ({
      field,
      label: fieldInWords(field, kind.type),
      text: valueInWords(data[field], field),
    }));
}
