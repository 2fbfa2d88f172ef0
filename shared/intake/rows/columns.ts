import * as z from 'zod';
import { type RecordTypeName, typeNamed } from '../../records/registry.ts';

/** What a cell of a spreadsheet holds. */
export type CellKind =
  | { readonly kind: 'text' | 'date' | 'instant' | 'yes-no' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least?: number; readonly most?: number }
  | { readonly kind: 'choice'; readonly allowed: readonly string[] }
  | { readonly kind: 'list'; readonly of: CellKind };

/**
 * Where a cell's value goes in its record: to a field of that name, or into one.
 *
 * - `key`: the field is a dictionary, and the column is one of its keys: `daysUsed.alcohol`;
 * - `entry`: the field is a list of things of which each names another value of a set, so each value is a column, and
 *   the cell holds what is said of it: `results.alcohol` with `positive explained`;
 * - `group`: the field is a list of other things, and the column is a part of the first, the second …:
 *   `suspensions.1.from`.
 */
export type Place =
  | { readonly in: 'field' }
  | { readonly in: 'key'; readonly key: string }
  | {
      readonly in: 'entry';
      readonly names: string;
      readonly key: string;
      readonly says: string;
      readonly flags: readonly string[];
    }
  | { readonly in: 'group'; readonly number: number; readonly part: string };

/** A column that a sheet of one kind of record may have. */
export type Column = {
  readonly name: string;
  /** The field of the record; `id` for the record's id. */
  readonly field: string;
  readonly place: Place;
  readonly cell: CellKind;
  /** Whether a sheet must have it. */
  readonly required: boolean;
  /** Whether the record needs its field, but takes an empty one: then empty cells mean that there is none of it. */
  readonly mayBeEmpty: boolean;
};

/**
 * The columns that a sheet of a kind of record may have, found from its schema, in the schema's order.
 *
 * @example columnsOf('test').map(({ name }) => name) // ['id', 'personRef', 'collectedAt', …, 'results.alcohol', …]
 */
export function columnsOf(type: RecordTypeName): readonly Column[] {
  const known = cache.get(type);
  if (known !== undefined) return known;
  const shape: Readonly<Record<string, unknown>> = typeNamed(type)?.schema.shape ?? {};
  const id = { ...column('id', { kind: 'text' }), required: true };
  const columns = [id, ...Object.entries(shape).flatMap(([field, schema]) => columnsOfField(field, schema))];
  cache.set(type, columns);
  return columns;
}

const cache = new Map<RecordTypeName, readonly Column[]>();

function columnsOfField(field: string, schema: unknown): Column[] {
  if (schema instanceof z.ZodOptional) return columnsOfValue(field, schema.unwrap());
  const mayBeEmpty = (schema instanceof z.ZodArray || schema instanceof z.ZodRecord) && takesNothing(schema);
  return columnsOfValue(field, schema).map((each) => ({
    ...each,
    // Of several columns none is needed for itself: what is missing is found in the record.
    required: each.place.in === 'field',
    mayBeEmpty,
  }));
}

const takesNothing = (schema: z.ZodType) => schema.safeParse([]).success || schema.safeParse({}).success;

function columnsOfValue(field: string, schema: unknown): Column[] {
  if (schema instanceof z.ZodRecord) {
    return choicesOf(schema.keyType).map((key) => ({
      ...column(`${field}.${key}`, cellOf(schema.valueType)),
      field,
      place: { in: 'key', key },
    }));
  }
  if (!(schema instanceof z.ZodArray)) return [column(field, cellOf(schema))];
  if (!(schema.element instanceof z.ZodObject))
    return [column(field, { kind: 'list', of: cellOf(schema.element) })];
  const parts: readonly (readonly [string, unknown])[] = Object.entries(schema.element.shape);
  const [[names, keys] = ['', undefined], ...others] = parts;
  return keys instanceof z.ZodEnum
    ? entryColumns(field, names, keys, others)
    : groupColumns(field, parts, schema);
}

function entryColumns(
  field: string,
  names: string,
  keys: z.ZodEnum,
  others: readonly (readonly [string, unknown])[],
): Column[] {
  const flags = others.flatMap(([part, schema]) =>
    schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodLiteral ? [part] : [],
  );
  const [says, said] = others.find(([part]) => !flags.includes(part)) ?? ['', undefined];
  const words = choicesOf(said);
  const allowed = [...words, ...flags.flatMap((flag) => words.map((word) => `${word} ${flag}`))];
  return choicesOf(keys).map((key) => ({
    ...column(`${field}.${key}`, { kind: 'choice', allowed }),
    field,
    place: { in: 'entry', names, key, says, flags },
  }));
}

function groupColumns(
  field: string,
  parts: readonly (readonly [string, unknown])[],
  schema: z.ZodArray,
): Column[] {
  const most = schema.safeParse(Array.from({ length: MOST_GROUPS + 1 })).error?.issues;
  const limit = most?.find((issue) => issue.code === 'too_big');
  const count = limit === undefined ? MOST_GROUPS : Number(limit.maximum);
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((number) =>
    parts.map(([part, within]) => ({
      ...column(`${field}.${number}.${part}`, cellOf(within)),
      field,
      place: { in: 'group' as const, number, part },
    })),
  );
}

const MOST_GROUPS = 50;

function column(name: string, cell: CellKind): Column {
  return { name, field: name, place: { in: 'field' }, cell, required: false, mayBeEmpty: false };
}

function cellOf(schema: unknown): CellKind {
  if (schema instanceof z.ZodOptional) return cellOf(schema.unwrap());
  if (schema instanceof z.ZodISODate) return { kind: 'date' };
  if (schema instanceof z.ZodISODateTime) return { kind: 'instant' };
  if (schema instanceof z.ZodBoolean) return { kind: 'yes-no' };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', allowed: choicesOf(schema) };
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return {
      kind: 'number',
      whole: schema instanceof z.ZodNumberFormat,
      ...(isBound(minValue) && { least: minValue }),
      ...(isBound(maxValue) && { most: maxValue }),
    };
  }
  return { kind: 'text' };
}

const isBound = (value: number | null): value is number =>
  value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER;

const choicesOf = (schema: unknown): string[] =>
  schema instanceof z.ZodEnum ? schema.options.map(String) : [];
