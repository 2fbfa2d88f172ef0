import { inWords } from '../labels.ts';
import type { RecordKind } from './record-kind.ts';

/** A kind that has no words of its own yet: told field by field, under its own name. */
export function unwordedKind(type: string): RecordKind {
  const name = inWords(type);
  return {
    type,
    title: `Further records: ${name.toLowerCase()}`,
    one: name,
    many: `records of the kind ${name.toLowerCase()}`,
    what: 'Records of a further kind.',
    date: '',
    fields: [],
  };
}
