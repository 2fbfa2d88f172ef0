import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openapi } from '../../shared/description/openapi.ts';
import { EXAMPLES } from '../../shared/description/operations/examples.ts';
import { routes } from '../../shared/platform/routes.ts';
import { recordTypeNames, typeNamed } from '../../shared/records/registry.ts';

type Operation = {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description?: string; $ref?: string; content?: Record<string, Media> }>;
  security: Record<string, string[]>[];
};
type Media = { schema: { $ref?: string }; example?: unknown };

const description = openapi() as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: object };
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'api', components: description.components });
const validatorOf = (ref: string) => ajv.getSchema(`api${ref}`)!;

test('every route of the table is described, one of all collections for each of them', () => {
  const expected = routes.flatMap(({ method, path }) =>
    path.includes('{collection}')
      ? recordTypeNames.map(
          (type) => `${method} ${path.replace('{collection}', typeNamed(type)!.collection)}`,
        )
      : [`${method} ${path}`],
  );
  expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
    expected.sort(),
  );
});

test('every operation has a name of its own', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test('every reference leads somewhere, and every schema can be read by a validator', () => {
  const refs = [...JSON.stringify(description).matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, ref]) => ref!);
  for (const ref of new Set(refs)) {
    const place = ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], description);
    expect([ref, place]).not.toEqual([ref, undefined]);
  }
  for (const name of Object.keys(description.components.schemas))
    expect([name, typeof validatorOf(`#/components/schemas/${name}`)]).toEqual([name, 'function']);
});

describe.each(operations)('$method $path', ({ path, operation }) => {
  test('names the parts of its path, its scopes, and what it answers', () => {
    const own = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => name);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    expect(own.sort()).toEqual(named.sort());
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => status < '400')).toBe(true);
    expect(statuses).toEqual(
      expect.arrayContaining(operation.security.length > 0 ? ['401', '403', '404', '429'] : ['429']),
    );
    if (operation.requestBody) expect(statuses).toContain('413');
  });

  test('has examples that pass its schemas', () => {
    const media = [operation.requestBody, ...Object.values(operation.responses)].flatMap((content) =>
      Object.values(content?.content ?? {}),
    );
    for (const { schema, example } of media) {
      if (example === undefined || schema.$ref === undefined) continue;
      const validate = validatorOf(schema.$ref);
      expect([schema.$ref, validate(example), validate.errors]).toEqual([schema.$ref, true, null]);
    }
  });
});

test('the records that are shown are ones that would be taken in', () => {
  for (const type of recordTypeNames)
    expect(typeNamed(type)!.parse('X-1', EXAMPLES[type])).toMatchObject({ success: true });
});
