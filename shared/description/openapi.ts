import * as z from 'zod';
import { type Route, resourceServers, routeKey, routes } from '../platform/routes.ts';
import { recordTypeNames, typeNamed } from '../records/registry.ts';
import { describeOperation, GATEWAY_RESPONSES } from './describe-operation.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { schemas } from './schemas.ts';

const INTRODUCTION =
  'Providers send session, testing and placement records, one by one or many at a time; commissioners read outcome packs, finance its statements, referrers their reports. Machines get a token by client credentials, people by signing in, and send it as Authorization: Bearer. Some calls are for people alone, and answer a machine 403 person-required. Nothing in a request widens what a token is bound to: what belongs to others is absent (404). An error is a problem document (RFC 9457) with a code that never changes; it never repeats a value that was sent. 401, 403 without a code, 429, bodies over 10 MB (413) and 503 without a code are API Gateway’s own answers.';

/**
 * The whole interface as OpenAPI 3.1, made from the one route table, the words for its routes and the schemas that
 * requests are read by. A route of all collections is one path for each.
 *
 * @example openapi().paths['/v1/sessions/{id}'].put.operationId // 'putSession'
 */
export function openapi(): Record<string, unknown> & { readonly paths: Paths } {
  return {
    openapi: '3.1.0',
    info: { title: 'Janus outcomes', version: '1', description: INTRODUCTION },
    tags: [...new Set(described().map(({ operation }) => operation.tag))].map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      responses: GATEWAY_RESPONSES,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A token that was fetched already.',
        },
        token: {
          type: 'oauth2',
          description: 'Client credentials; whoever operates the system says where tokens are fetched.',
          flows: {
            clientCredentials: {
              tokenUrl: '/oauth2/token',
              scopes: Object.fromEntries(
                Object.entries(resourceServers).flatMap(([server, names]) =>
                  names.map((name) => [`${server}/${name}`, SCOPES[server] ?? server]),
                ),
              ),
            },
          },
        },
      },
    },
  };
}

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const SCOPES: Readonly<Record<string, string>> = {
  records: 'Records of the provider that the token is bound to',
  packs: 'Outcome packs of the commissioner that the token is bound to',
  finance: 'Blocks, claims and statements of the party that the token is bound to',
  reports: 'Reports for referrers',
  admin: 'What the operator alone may do',
};

type Described = { readonly route: Route; readonly path: string; readonly operation: Operation };

/** Every operation at its own path: of a route of all collections one for each. */
function described(): Described[] {
  const known = new Map(Object.entries(operations));
  return routes.flatMap((route): Described[] => {
    const operation = known.get(routeKey(route));
    if (operation === undefined) return [];
    if (typeof operation !== 'function') return [{ route, path: route.path, operation }];
    return recordTypeNames.map((type) => ({
      route,
      path: route.path.replace('{collection}', typeNamed(type)?.collection ?? type),
      operation: operation(type),
    }));
  });
}

function paths(): Paths {
  const all: Record<string, Record<string, unknown>> = {};
  for (const { route, path, operation } of described()) {
    const own = (all[path] ??= {});
    own[route.method.toLowerCase()] = describeOperation(route, operation);
  }
  return all;
}

function componentSchemas(): Record<string, unknown> {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) named.add(schema, { id });
  const { schemas: made } = z.toJSONSchema(named, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // Classes of characters are not known to every reader of patterns; what is refused says so itself.
      if (jsonSchema.pattern?.includes('\\p{') === true) delete jsonSchema.pattern;
      const parts = jsonSchema.allOf?.filter(({ pattern }) => pattern?.includes('\\p{') !== true) ?? [];
      if (parts.length > 0) jsonSchema.allOf = parts;
      else delete jsonSchema.allOf;
    },
  });
  return Object.fromEntries(
    Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
