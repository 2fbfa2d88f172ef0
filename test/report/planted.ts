import * as z from 'zod';

/** Values for every field that a schema allows, optional ones too, each unlike all others that were planted. */
export class Planter {
  #count = 0;

  /** A value of everything, then one that differs from it for every other value that one place of it could hold. */
  variantsOf(schema: z.core.$ZodType): unknown[] {
    if (schema instanceof z.ZodOptional) return this.variantsOf(schema.unwrap());
    if (schema instanceof z.ZodEnum) return schema.options;
    if (schema instanceof z.ZodLiteral) return [...schema.values];
    if (schema instanceof z.ZodBoolean) return [true, false];
    if (schema instanceof z.ZodNumber) return this.#numbers(schema);
    if (schema instanceof z.ZodISODate) return [this.#date(), this.#date()];
    if (schema instanceof z.ZodISODateTime)
      return [`${this.#date()}T09:41:00Z`, `${this.#date()}T09:42:00Z`, `${this.#date()}T09:43:07+01:00`];
    if (schema instanceof z.ZodString) return [`PLANT-${this.#next()}`, `PLANT-${this.#next()}`];
    if (schema instanceof z.ZodArray) return this.#lists(schema.element);
    if (schema instanceof z.ZodRecord) return this.#objects(shapeOf(schema));
    if (schema instanceof z.ZodObject) return this.#objects(schema.shape);
    throw new Error(`nothing is planted for ${schema._zod.def.type}`);
  }

  /** Two numbers of the few that are allowed. */
  #numbers({ minValue, maxValue }: z.ZodNumber): number[] {
    const [least, most] = [minValue ?? 0, maxValue ?? 99];
    const number = least + (this.#next() % (most - least));
    return [number, number + 1];
  }

  #lists(element: z.core.$ZodType): unknown[] {
    const [first, ...others] = this.variantsOf(element);
    const [second] = this.variantsOf(element);
    return [[first, second], [first], ...others.map((other) => [other])];
  }

  #objects(shape: Record<string, z.core.$ZodType>): unknown[] {
    const fields = Object.entries(shape).map(([name, schema]) => ({
      name,
      optional: schema instanceof z.ZodOptional,
      values: this.variantsOf(schema),
    }));
    const whole = Object.fromEntries(fields.map(({ name, values }) => [name, values[0]]));
    const without = fields
      .filter(({ optional }) => optional)
      .map(({ name }) => ({ ...whole, [name]: undefined }));
    const others = fields.flatMap(({ name, values }) =>
      values.slice(1).map((value) => ({ ...whole, [name]: value })),
    );
    return [whole, ...without, ...others];
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #date(): string {
    return new Date(Date.UTC(2001, 0, this.#next())).toISOString().slice(0, 10);
  }
}

function shapeOf({ keyType, valueType }: z.ZodRecord): Record<string, z.core.$ZodType> {
  if (!(keyType instanceof z.ZodEnum)) throw new Error('nothing is planted for open keys');
  return Object.fromEntries(keyType.options.map((key) => [key, valueType]));
}

/** The texts and numbers that a value holds, however deep. */
export function leavesOf(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
