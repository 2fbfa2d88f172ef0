import { openapi } from '../../shared/description/openapi.ts';
import { isRecord, textOf, typeOf } from './typescript-type.ts';

const HEAD = `/* eslint-disable */
/**
 * A client of the interface in TypeScript, made from its description (docs/openapi.json) by \`npm run docs\`: change it
 * there. It needs nothing but fetch. Every call is a function named as its operation; what went wrong is thrown as a
 * \`Refusal\` with the status and, of a problem document, its code and errors.
 *
 *     const api = createClient({ baseUrl: 'http://127.0.0.1:8787', token: () => token });
 *     await api.putSession({ path: { id: 'S-1' }, body: { personRef: 'SU-1', … } });
 */
`;

const RUNTIME = `
/** What the interface refused, in its own words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** The code that never changes; absent where the gateway answered itself. */
  readonly code: string | undefined;
  readonly errors: readonly FieldIssue[];

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? \`The interface answered \${status}.\`);
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
  }
}

/** Where the interface is, and how a token is had; it is asked for with every call. */
export type Connection = {
  readonly baseUrl: string;
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
};

type Sent = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

async function call(connection: Connection, method: string, path: string, sent: Sent, file: boolean): Promise<any> {
  const filled = path.replace(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(sent.path?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent.query ?? {})) if (value !== undefined) query.set(name, value);
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent.headers ?? {})) if (value !== undefined) headers.set(name, value);
  if (sent.body !== undefined) headers.set('content-type', 'application/json');
  if (!file) headers.set('accept', 'application/json');
  if (connection.token) headers.set('authorization', \`Bearer \${await connection.token()}\`);
  const address = \`\${connection.baseUrl}\${filled}\${query.size > 0 ? \`?\${query}\` : ''}\`;
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const response = await (connection.fetch ?? fetch)(address, { method, headers, body });
  if (!response.ok) throw new Refusal(response.status, await problemOf(response));
  if (file) return new Uint8Array(await response.arrayBuffer());
  return response.status === 204 ? undefined : response.json();
}

async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}
`;

/** The client as a file of TypeScript: a type for each schema, a function for each operation. */
export function typescriptClient(): string {
  const { paths, components } = openapi();
  const schemas = isRecord(components) && isRecord(components['schemas']) ? components['schemas'] : {};
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`);
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => callOf(path, method, operation)),
  );
  return `${HEAD}\n${types.join('\n')}${RUNTIME}
/** Makes the calls of one connection. */
export function createClient(connection: Connection) {
  return {
${calls.join('\n')}
  };
}
`;
}

function callOf(path: string, method: string, operation: unknown): string {
  if (!isRecord(operation)) return '';
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const body = isRecord(requestBody) ? schemaIn(requestBody['content']) : undefined;
  const parts = [
    ...(['path', 'query', 'header'] as const).flatMap((place) => parametersOf(place, parameters)),
    ...(body === undefined ? [] : [`body: ${typeOf(body)}`]),
  ];
  const isOptional = parts.every((part) => /^\w+\?:/.test(part));
  const sent = parts.length === 0 ? '' : `sent: { ${parts.join('; ')} }${isOptional ? ' = {}' : ''}`;
  const { type, isFile } = answerOf(responses);
  return `    /** ${textOf(summary)}. */
    ${textOf(operationId)}: (${sent}): Promise<${type}> =>
      call(connection, '${method.toUpperCase()}', '${path}', ${parts.length === 0 ? '{}' : 'sent'}, ${String(isFile)}),`;
}

function parametersOf(place: 'path' | 'query' | 'header', parameters: unknown): string[] {
  const own = (Array.isArray(parameters) ? parameters : [])
    .filter(isRecord)
    .filter((parameter) => parameter['in'] === place);
  if (own.length === 0) return [];
  const fields = own.map(
    ({ name, required, schema }) => `'${textOf(name)}'${required === true ? '' : '?'}: ${typeOf(schema)}`,
  );
  const isOptional = own.every(({ required }) => required !== true);
  return [`${place === 'header' ? 'headers' : place}${isOptional ? '?' : ''}: { ${fields.join('; ')} }`];
}

/** What a call comes to: the JSON of its good answers, a file, or nothing. */
function answerOf(responses: unknown): { readonly type: string; readonly isFile: boolean } {
  const good = Object.entries(isRecord(responses) ? responses : {})
    .filter(([status]) => status < '300')
    .flatMap(([, response]) => (isRecord(response) ? [response['content']] : []));
  const types = [
    ...new Set(good.map(schemaIn).flatMap((schema) => (schema === undefined ? [] : [typeOf(schema)]))),
  ];
  if (types.length > 0) return { type: types.join(' | '), isFile: false };
  const isFile = good.some((content) => content !== undefined);
  return { type: isFile ? 'Uint8Array' : 'void', isFile };
}

function schemaIn(content: unknown): unknown {
  const media = isRecord(content) ? content['application/json'] : undefined;
  return isRecord(media) ? media['schema'] : undefined;
}
