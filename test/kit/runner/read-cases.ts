import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** `setup.json` of a case, as in `schema/setup.schema.json`. */
export type Setup = {
  readonly commissioners: Readonly<Record<string, object>>;
  readonly providers: Readonly<Record<string, object>>;
  readonly targets?: Readonly<Record<string, object>>;
  readonly steps: readonly ({ readonly submit: string } | { readonly run: string })[];
};

/** `expected.json` of a case, as in `schema/expected.schema.json`. */
export type Expected = {
  readonly outcomes: readonly {
    readonly commissioner: string;
    readonly month: string;
    readonly revision: number;
    readonly expect: Readonly<Record<string, unknown>>;
    readonly absent?: readonly string[];
    readonly withheld?: readonly { readonly of: string; readonly atLeast: number }[];
  }[];
};

/** A record as it is sent in a batch, and who sends it. */
export type SentRecord = { readonly provider: string; readonly record: Readonly<Record<string, unknown>> };

/** One case of the kit. */
export type Case = {
  readonly name: string;
  readonly setup: Setup;
  readonly expected: Expected;
  /** The records of one of its files. */
  readonly recordsIn: (file: string) => SentRecord[];
};

const KIT = join(import.meta.dirname, '..');

/** Every case of the kit, in order of name, checked against the schemas. */
export function readCases(): Case[] {
  const setupSchema = schemaIn('setup.schema.json');
  const expectedSchema = schemaIn('expected.schema.json');
  return readdirSync(join(KIT, 'cases'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const text = (file: string): string => readFileSync(join(KIT, 'cases', name, file), 'utf8');
      return {
        name,
        setup: setupSchema.parse(JSON.parse(text('setup.json'))) as Setup,
        expected: expectedSchema.parse(JSON.parse(text('expected.json'))) as Expected,
        recordsIn: (file) =>
          text(file)
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => {
              const { provider, ...record } = JSON.parse(line) as { provider: string };
              return { provider, record };
            }),
      };
    });
}

function schemaIn(file: string): z.ZodType {
  const schema = JSON.parse(readFileSync(join(KIT, 'schema', file), 'utf8')) as Parameters<
    typeof z.fromJSONSchema
  >[0];
  return z.fromJSONSchema(schema);
}
