import fc from 'fast-check';
import * as z from 'zod';
import { type RecordTypeName, recordTypeNames, typeNamed } from '../../shared/records/registry.ts';

/** As far as the schemas of records use it. */
const jsonSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  allOf: z.array(z.looseObject({ pattern: z.string().optional() })).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const DAYS = ['2026-01-05', '2026-02-28', '2026-10-25', '2024-02-29', '2025-12-31'];

/** Right values of a schema, with fields left out where they may be. */
function rightOf(schema: unknown): fc.Arbitrary<unknown> {
  const known = jsonSchema.parse(schema);
  if (known.const !== undefined) return fc.constant(known.const);
  if (known.enum !== undefined) return fc.constantFrom(...known.enum);
  switch (known.type) {
    case 'object':
      if (known.propertyNames !== undefined)
        return fc.dictionary(rightOf(known.propertyNames).map(String), rightOf(known.additionalProperties), {
          maxKeys: 3,
        });
      return fc.record(
        Object.fromEntries(
          Object.entries(known.properties ?? {}).map(([name, each]) => [name, rightOf(each)]),
        ),
        { requiredKeys: known.required ?? [] },
      );
    case 'array':
      return fc.array(rightOf(known.items), {
        minLength: known.minItems ?? 0,
        maxLength: Math.min(known.maxItems ?? 3, 3),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: known.minimum ?? 0, max: known.maximum ?? 100 });
    case 'boolean':
      return fc.boolean();
    default:
      return textOf(
        [known.pattern, ...(known.allOf ?? []).map(({ pattern }) => pattern)].flatMap((p) => p ?? []),
      );
  }
}

function textOf(patterns: readonly string[]): fc.Arbitrary<string> {
  const day = fc.constantFrom(...DAYS);
  if (patterns.some((pattern) => pattern.includes('T(?:'))) return day.map((date) => `${date}T10:00:00Z`);
  if (patterns.some((pattern) => pattern.includes('-02-29'))) return day;
  // References have a digit; codes are most often those of a commissioner.
  return patterns.includes(String.raw`\d`)
    ? fc.constantFrom('SU-1', 'SU-2', 'R-77')
    : fc.constantFrom('northshire', 'northshire', 'northshire', 'P-1');
}

const WRONG = [
  ...['', ' ', 'Zebediah', '9434765919', 'a'.repeat(70), '\u0000', '\ud800', '’; DROP', '=1+1', '__proto__'],
  ...[null, true, -1, 1e300, 0.1, [], {}, [[]], '2026-02-30', '2026-13-01T00:00:00Z', { $ne: 1 }],
];

/** Anything in place of a value. */
const wrong = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...WRONG) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A record's fields with one or two of them replaced, or one that there is not. */
function spoilt(fields: fc.Arbitrary<unknown>, names: readonly string[]): fc.Arbitrary<unknown> {
  const field = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('note', 'constructor', 'type', 'id', 'é'),
  );
  return fc
    .tuple(fields, fc.array(fc.tuple(field, wrong), { minLength: 1, maxLength: 2 }))
    .map(([right, changes]) => ({ ...(right as object), ...Object.fromEntries(changes) }));
}

/** What is sent as a record of a kind, without its kind and id: as its schema has it, or spoilt. */
function arbitraryFields(type: RecordTypeName): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(typeNamed(type)!.schema, { unrepresentable: 'any', io: 'input' });
  const right = rightOf(schema);
  return fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 3, arbitrary: spoilt(right, Object.keys(schema.properties ?? {})) },
    { weight: 1, arbitrary: wrong },
  );
}

/** A kind of record, and what is sent as one of it. */
export const arbitrarySent = fc.oneof(
  ...recordTypeNames.map((type) => fc.record({ type: fc.constant(type), fields: arbitraryFields(type) })),
);
