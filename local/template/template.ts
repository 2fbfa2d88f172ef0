import * as z from 'zod';

const resource = z.object({
  Type: z.string(),
  Properties: z.unknown().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});

export const templateSchema = z.object({ Resources: z.record(z.string(), resource) });

/** A CloudFormation template, of which only the resources matter here. */
export type Template = z.infer<typeof templateSchema>;

type Found<T> = {
  readonly logicalId: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly properties: T;
};

/** Every resource of these types in the templates, its properties read by a schema. */
export function resourcesOf<Schema extends z.ZodType>(
  templates: readonly Template[],
  types: readonly string[],
  schema: Schema,
): Found<z.output<Schema>>[] {
  return templates.flatMap(({ Resources }) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => types.includes(Type))
      .map(([logicalId, { Properties, Metadata = {} }]) => ({
        logicalId,
        metadata: Metadata,
        properties: schema.parse(Properties),
      })),
  );
}

/** The only one of its kind. */
export function onlyOne<T>(found: readonly T[], what: string): T {
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`The templates hold ${found.length} of ${what}; one machine runs exactly one.`);
  return first;
}
