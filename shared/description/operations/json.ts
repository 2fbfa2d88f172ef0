import type { Content } from '../operation.ts';
import type { SchemaName } from '../schemas.ts';

/** JSON that is sent or answered, by the name of its schema, with an example. */
export function json(description: string, schema: SchemaName, example: unknown): Content {
  return { description, schema, example };
}
