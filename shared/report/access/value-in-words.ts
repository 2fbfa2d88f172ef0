import { dateInWords, instantInWords } from '../calendar.ts';
import { inWords } from '../labels.ts';
import { fieldInWords } from './field-words.ts';
import { numberInWords, wordsOf } from './value-words.ts';

/** Fields that hold references and codes: told as they were sent. */
const CODES = new Set([
  'personRef',
  'commissioner',
  'block',
  'referrer',
  'placement',
  'groupRef',
  'workers',
  'ref',
  'referredTo',
  'familyRef',
]);

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::(?<seconds>\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:\d\d)$/;
const KEY = /^[a-z]+(?:[A-Z][a-z]*|[-_][a-z]+)*$/;

/**
 * Whatever a field of a record holds, in words; nothing of it is left out. What no words are known for is told as its
 * own words or as it was sent.
 *
 * @example valueInWords([{ ref: 'F-1', relationship: 'parent' }], 'family') // 'F-1 (parent)'
 * @example valueInWords({ alcohol: 3 }, 'daysUsed') // 'Alcohol: 3 of 28 days'
 */
export function valueInWords(value: unknown, field: string): string {
  if (typeof value === 'string') return textInWords(value, field);
  if (typeof value === 'number') return numberInWords(value, field);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return listInWords(value, field);
  return isParts(value) ? partsInWords(value, field) : 'Not stated';
}

function textInWords(text: string, field: string): string {
  if (CODES.has(field) || text === '') return text || 'Empty';
  const known = wordsOf(text, field);
  if (known !== undefined) return known;
  if (KEY.test(text)) return inWords(text);
  if (!(DATE.test(text) || INSTANT.test(text)) || Number.isNaN(Date.parse(text))) return text;
  if (DATE.test(text)) return dateInWords(text);
  const seconds = INSTANT.exec(text)?.groups?.['seconds'];
  return instantInWords(text) + (Number(seconds ?? 0) === 0 ? '' : `:${seconds ?? ''}`);
}

function listInWords(items: readonly unknown[], field: string): string {
  if (items.length === 0) return 'None';
  const plain = items.every((item) => typeof item === 'string');
  return items.map((item) => valueInWords(item, field)).join(plain ? ', ' : '; ');
}

function partsInWords(parts: Parts, field: string): string {
  const phrase = PHRASES.get(field);
  const { told, rest } = phrase?.(parts) ?? { told: undefined, rest: parts };
  const others = Object.entries(rest).map(([key, value]) => partInWords(key, value, field));
  if (told === undefined) return others.join(', ') || 'None';
  return others.length === 0 ? told : `${told}, ${others.join(', ')}`;
}

/** A part by its name; of what is counted by substance the names are substances. */
function partInWords(key: string, value: unknown, field: string): string {
  if (value === true) return fieldInWords(key);
  const counted = typeof value === 'number';
  const name = (counted ? wordsOf(key, field) : undefined) ?? fieldInWords(key);
  return `${name}: ${valueInWords(value, counted ? field : key)}`;
}

type Parts = Readonly<Record<string, unknown>>;
type Phrase = (parts: Parts) => { readonly told: string; readonly rest: Parts };

/** How things of several parts are said; what a phrase does not use follows it, part by part. */
const PHRASES = new Map<string, Phrase>([
  ['family', phraseOf('ref', 'relationship', (ref, relationship) => `${ref} (${relationship})`)],
  ['results', phraseOf('substance', 'result', (substance, result) => `${substance}: ${result}`)],
  ['suspensions', phraseOf('from', 'to', (from, to) => `${from} to ${to}`)],
]);

function phraseOf(first: string, second: string, say: (first: string, second: string) => string): Phrase {
  return ({ [first]: one, [second]: other, ...rest }) => ({
    told: say(valueInWords(one, first), valueInWords(other, second)),
    rest,
  });
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}
