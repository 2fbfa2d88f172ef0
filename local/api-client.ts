import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Block } from '../shared/finance/block.ts';
import type { Claim } from '../shared/finance/claim.ts';
import type { Scope } from '../shared/platform/routes.ts';
import type { registries, RegistryName } from '../shared/records/registries.ts';
import type { RecordData, RecordTypeName } from '../shared/records/registry.ts';
import { reach } from './reach.ts';

/** A record as it is sent in a batch: its kind and id beside its fields. */
export type SentRecord = {
  [Type in RecordTypeName]: { readonly type: Type; readonly id: string } & RecordData[Type];
}[RecordTypeName];

export type Credentials = {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
};

type ClientBinding =
  | { readonly provider: string }
  | { readonly commissioner: string }
  | { readonly referrer: string }
  | { readonly operator: true };

/** What the interface answered instead of what was asked for, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;

  constructor(call: string, status: number, code: string, detail: string) {
    super(`${call} answered ${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

const problemSchema = z.object({
  code: z.string().optional(),
  error: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
});

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });

const madeClientSchema = z.object({ id: z.string(), clientId: z.string(), secret: z.string() });

const batchAnswerSchema = z.object({
  batchId: z.string(),
  counts: z.record(z.string(), z.number()),
  results: z.array(
    z.object({
      type: z.string().optional(),
      id: z.string().optional(),
      outcome: z.enum(['created', 'amended', 'unchanged', 'rejected']),
      errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    }),
  ),
});

const runSchema = z.object({
  id: z.string(),
  month: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  commissioners: z.array(z.object({ commissioner: z.string(), status: z.string().optional() })).default([]),
});

const statementsSchema = z.object({
  statements: z.array(
    z.object({
      commissioner: z.string(),
      provider: z.string(),
      month: z.string(),
      state: z.enum(['provisional', 'final']),
    }),
  ),
});

const packSchema = z.object({
  revisions: z.array(z.object({ revision: z.int(), files: z.array(z.string()) })),
});

export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
export type Run = z.infer<typeof runSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Statement = z.infer<typeof statementsSchema>['statements'][number];

export type ApiClient = {
  readonly putRegistry: <Name extends RegistryName>(
    registry: Name,
    id: string,
    entry: z.input<(typeof registries)[Name]>,
  ) => Promise<void>;
  readonly putClient: (
    id: string,
    client: ClientBinding & { readonly scopes: readonly Scope[] },
  ) => Promise<Credentials>;
  /** At most 1,000 records and 4 MB. */
  readonly submitBatch: (records: readonly SentRecord[]) => Promise<BatchAnswer>;
  readonly startRun: (run: { readonly month: string; readonly commissioner?: string }) => Promise<string>;
  /** Starts what happens every night. */
  readonly startStatementRun: () => Promise<string>;
  /** The run once it has succeeded or failed. */
  readonly waitForRun: (id: string) => Promise<Run>;
  readonly getPack: (commissioner: string, month: string) => Promise<Pack>;
  readonly downloadFile: (
    commissioner: string,
    month: string,
    name: string,
    revision: number,
  ) => Promise<Uint8Array>;
  readonly putBlock: (id: string, block: Block) => Promise<void>;
  readonly putClaim: (id: string, claim: Claim) => Promise<void>;
  readonly listStatements: () => Promise<readonly Statement[]>;
  /** A file of a statement. */
  readonly downloadStatement: (statement: Statement, format: 'pdf' | 'xlsx' | 'csv') => Promise<Uint8Array>;
};

/** Renewed this long before a token ends, so that none ends on the way. */
const RENEW_BEFORE_MS = 60_000;
const POLL_MS = 100;

/**
 * The interface as one machine client sees it.
 *
 * @param where - addresses of the interface and of the token service
 * @param credentials - OAuth client id, secret and the scopes to ask for
 * @returns functions that throw `ApiError` with status, code and detail when refused
 * @example await apiClient(system, system.clients[0]).submitBatch(records)
 */
export function apiClient(
  where: { readonly baseUrl: string; readonly tokenUrl: string },
  credentials: Credentials,
): ApiClient {
  const token = tokenSource(where.tokenUrl, credentials);

  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await reach(`${where.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    if (response.status >= 400) throw await refusal(`${method} ${path}`, response);
    return response;
  };
  const read = async <Schema extends z.ZodType>(schema: Schema, response: Response) =>
    schema.parse(await response.json());

  const put = async (path: string, entry: unknown): Promise<void> => {
    const response = await ask('PUT', path, entry);
    await response.arrayBuffer();
  };
  const start = async (run: object): Promise<string> =>
    (await read(z.object({ id: z.string() }), await ask('POST', '/v1/runs', run))).id;
  /** The file that a link leads to. */
  const follow = async (path: string): Promise<Uint8Array> => {
    const link = (await ask('GET', path)).headers.get('location');
    if (link === null) throw new Error(`GET ${path} answered without a link`);
    const file = await reach(new URL(link, where.baseUrl));
    if (!file.ok) throw await refusal(`the link of ${path}`, file);
    return new Uint8Array(await file.arrayBuffer());
  };

  return {
    putRegistry: (registry, id, entry) => put(`/v1/${registry}/${id}`, entry),
    putClient: async (id, client) => {
      const made = await read(madeClientSchema, await ask('PUT', `/v1/clients/${id}`, client));
      return { id: made.clientId, secret: made.secret, scopes: client.scopes };
    },
    submitBatch: async (records) => read(batchAnswerSchema, await ask('POST', '/v1/batches', { records })),
    startRun: (run) => start(run),
    startStatementRun: () => start({ kind: 'statements' }),
    waitForRun: async (id) => {
      for (;;) {
        const run = await read(runSchema, await ask('GET', `/v1/runs/${id}`));
        if (run.state === 'succeeded' || run.state === 'failed') return run;
        await pause(POLL_MS);
      }
    },
    getPack: async (commissioner, month) =>
      read(packSchema, await ask('GET', `/v1/packs/${commissioner}/${month}`)),
    downloadFile: (commissioner, month, name, revision) =>
      follow(`/v1/packs/${commissioner}/${month}/files/${name}?revision=${revision}`),
    putBlock: (id, block) => put(`/v1/blocks/${id}`, block),
    putClaim: (id, claim) => put(`/v1/claims/${id}`, claim),
    listStatements: async () => (await read(statementsSchema, await ask('GET', '/v1/statements'))).statements,
    downloadStatement: ({ commissioner, provider, month }, format) =>
      follow(`/v1/statements/${commissioner}/${provider}/${month}?format=${format}`),
  };
}

/** Gives a token that is valid for a while yet; asks for one at a time. */
function tokenSource(tokenUrl: string, { id, secret, scopes }: Credentials): () => Promise<string> {
  let current: { readonly token: Promise<string>; endsAt: number } | undefined;
  const fetchToken = async (keep: { endsAt: number }) => {
    const response = await reach(tokenUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
    });
    if (!response.ok) throw await refusal('the token service', response);
    const answer = tokenSchema.parse(await response.json());
    keep.endsAt = performance.now() + answer.expires_in * 1000;
    return answer.access_token;
  };
  return async () => {
    if (current === undefined || performance.now() > current.endsAt - RENEW_BEFORE_MS) {
      const keep = { endsAt: Infinity };
      current = Object.assign(keep, { token: fetchToken(keep) });
      current.token.catch(() => (current = undefined));
    }
    return current.token;
  };
}

async function refusal(call: string, response: Response): Promise<ApiError> {
  const text = await response.text();
  const problem = problemSchema.safeParse(jsonOrNothing(text));
  const { code, error, detail, message, title } = problem.data ?? {};
  return new ApiError(
    call,
    response.status,
    code ?? error ?? 'no-code',
    detail ?? message ?? title ?? 'no further word',
  );
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
