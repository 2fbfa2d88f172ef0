import * as z from 'zod';

/** Whom a record is about, and so where it is kept and who may read it. */
export type Subject =
  | { readonly kind: 'person'; readonly personRef: string }
  | { readonly kind: 'commissioner'; readonly commissioner: string }
  | { readonly kind: 'provider' };

/** Names what is wrong with a field, as `problem('endedOn', 'date-order: the end is on or after the start')`. */
export type Problem = (field: string, message: string) => void;

type Definition<Type extends string, Schema extends z.ZodObject> = {
  readonly type: Type;
  readonly collection: string;
  /** What is sent, without the id, which is in the path or beside `type` in a batch; each field by itself. */
  readonly schema: Schema;
  /** Checks one field against another; is given only the fields that are right by themselves. */
  readonly check?: (data: Partial<z.output<Schema>>, problem: Problem) => void;
  readonly subjectOf: (data: z.output<Schema>) => Subject;
  /** The calendar date or instant of what the record states. */
  readonly happenedAt: (data: z.output<Schema>) => string;
};

/** A record that passed its schema, under its kind and the provider's id. */
export type ParsedRecord<Type extends string, Data> = {
  readonly type: Type;
  readonly id: string;
  readonly data: Data;
  readonly subject: Subject;
  readonly happenedAt: string;
};

/** The record, or everything that is wrong with it: problems of single fields and between fields alike. */
export type Parsing<Type extends string, Data> =
  | { readonly success: true; readonly record: ParsedRecord<Type, Data> }
  | {
      readonly success: false;
      readonly issues: readonly z.core.$ZodIssue[];
      /** The fields that are right by themselves. */
      readonly sound: Partial<Data>;
    };

/** A kind of record that providers send: its names, its schema and how to read one. */
export type RecordType<Type extends string, Schema extends z.ZodObject> = Definition<Type, Schema> & {
  readonly parse: (id: string, value: unknown) => Parsing<Type, z.output<Schema>>;
};

/** Makes a record type of its definition. */
export function recordType<const Type extends string, Schema extends z.ZodObject>(
  definition: Definition<Type, Schema>,
): RecordType<Type, Schema> {
  const { type, schema, check, subjectOf, happenedAt } = definition;
  // Made where something is wrong, so that no start makes every schema twice.
  let partial: z.ZodType | undefined;
  const isSound = (fields: unknown): fields is Partial<z.output<Schema>> => {
    partial ??= schema.partial();
    return partial.safeParse(fields).success;
  };
  const soundOf = (value: unknown, wrong: ReadonlySet<string>): Partial<z.output<Schema>> => {
    const fields = knownFields(value, schema, wrong);
    return isSound(fields) ? fields : {};
  };
  return {
    ...definition,
    parse: (id, value) => {
      const { success, data, error } = schema.safeParse(value);
      const issues: z.core.$ZodIssue[] = error?.issues.slice() ?? [];
      const wrong = new Set(issues.map(({ path }) => String(path[0])));
      const sound = success ? data : soundOf(value, wrong);
      check?.(sound, (field, message) => {
        if (!wrong.has(field)) issues.push({ code: 'custom', path: [field], message, input: undefined });
      });
      if (!success || issues.length > 0) return { success: false, issues, sound };
      return { success, record: { type, id, data, subject: subjectOf(data), happenedAt: happenedAt(data) } };
    },
  };
}

/** The fields of what was sent that the schema knows and that are right by themselves. */
function knownFields(value: unknown, schema: z.ZodObject, wrong: ReadonlySet<string>): unknown {
  const fields = z.record(z.string(), z.unknown()).safeParse(value);
  if (!fields.success) return undefined;
  return Object.fromEntries(
    Object.entries(fields.data).filter(([field]) => field in schema.shape && !wrong.has(field)),
  );
}

/** The subject of a record that must name a person. */
export function aboutPerson({ personRef }: { readonly personRef: string }): Subject {
  return { kind: 'person', personRef };
}
