/** Whether a value is an object whose fields can be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text, where it is one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * A JSON schema as a type of TypeScript, as far as a type can say it.
 *
 * @example typeOf({ type: 'array', items: { type: 'integer' } }) // 'number[]'
 */
export function typeOf(schema: unknown): string {
  if (!isRecord(schema)) return 'unknown';
  const { $ref, enum: values, const: constant, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  if (constant !== undefined) return JSON.stringify(constant);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return `(${typeOf(schema['items'])})[]`;
  if (type === 'object') return objectOf(schema);
  const parts = anyOf ?? oneOf;
  if (Array.isArray(parts)) return parts.map(typeOf).join(' | ');
  if (Array.isArray(allOf) && type === undefined) return allOf.map(typeOf).join(' & ');
  return PRIMITIVES.get(type) ?? 'unknown';
}

const PRIMITIVES = new Map<unknown, string>([
  ['string', 'string'],
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['null', 'null'],
]);

function objectOf({
  properties,
  required,
  additionalProperties,
  propertyNames,
}: Readonly<Record<string, unknown>>): string {
  const needed = new Set<unknown>(Array.isArray(required) ? required : []);
  const fields = Object.entries(isRecord(properties) ? properties : {}).map(
    ([name, schema]) => `${JSON.stringify(name)}${needed.has(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  const isOpen = isRecord(additionalProperties);
  const key =
    isRecord(propertyNames) && propertyNames['enum'] !== undefined ? typeOf(propertyNames) : 'string';
  const others =
    isOpen && Object.keys(additionalProperties).length > 0 ? typeOf(additionalProperties) : 'unknown';
  if (fields.length === 0) return `Partial<Record<${key}, ${isOpen ? others : 'unknown'}>>`;
  const own = `{ ${fields.join('; ')} }`;
  return isOpen ? `${own} & Record<string, unknown>` : own;
}
