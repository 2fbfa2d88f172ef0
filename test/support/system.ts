import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startLocal } from '../../local/start.ts';
import type { World } from '../../shared/platform/world.ts';
import { personToken } from './person-token.ts';

export type Credentials = { readonly id: string; readonly secret: string };

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

/** Gets a token for a client, by default with all of its scopes. */
export async function tokenFor(
  tokenUrl: string,
  { id, secret }: Credentials,
  scope?: string,
): Promise<string> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== undefined && { scope }) }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token: ${response.status}`);
  return token;
}

/** Makes calls under one token; a body that is text is sent as it is. */
export function callerWith(baseUrl: string, token: string | undefined) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: readBody(text) };
  };
}

function readBody(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}

export type Call = ReturnType<typeof callerWith>;

/**
 * The whole system on this machine, in a folder of its own or in one that an earlier one left, with a caller for each
 * of its first clients.
 *
 * @param worldOf what a function reaches, where that is to be looked at or disturbed
 * @param threads how many of its own its heavy functions have
 */
export async function aSystem(
  clock = '2026-11-04T12:00:00Z',
  folder?: string,
  worldOf?: (folder: string, world: World) => World,
  threads = 0,
) {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'janus-system-')));
  const system = await startLocal({ dataDir, port: 0, clock, worldOf, threads });
  const byScope = async (scope: string) => {
    const client = system.clients.find(({ scopes }) => scopes.some((own) => own === scope));
    if (client === undefined) throw new Error(`no client with ${scope}`);
    return callerWith(system.baseUrl, await tokenFor(system.tokenUrl, client));
  };
  const operator = await byScope('admin/all');
  return {
    ...system,
    dataDir,
    operator,
    provider: await byScope('records/write'),
    nobody: callerWith(system.baseUrl, undefined),
    /** A caller for the finance of the first provider or commissioner. */
    financeOf: async (party: 'provider' | 'commissioner'): Promise<Call> => {
      const client = system.clients.find((own) => party in own && own.scopes.includes('finance/read'));
      if (client === undefined) throw new Error(`no finance of a ${party}`);
      return callerWith(system.baseUrl, await tokenFor(system.tokenUrl, client));
    },
    /** A caller for the person of this number in a group, who signs in here and now. */
    personOf: async (group: string, number = 1): Promise<Call> =>
      callerWith(system.baseUrl, await personToken(system, group, number)),
    /** A caller for a client that the operator makes here and now. */
    clientOf: async (id: string, settings: object): Promise<Call> => {
      const made = await operator('PUT', `/v1/clients/${id}`, settings);
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      const { clientId, secret } = made.body as { clientId: string; secret: string };
      return callerWith(system.baseUrl, await tokenFor(system.tokenUrl, { id: clientId, secret }));
    },
    /** Runs a month and answers how it ended. */
    runMonth: async (asked: object): Promise<Record<string, unknown>> => {
      const { status, body } = await operator('POST', '/v1/runs', asked);
      if (status !== 202) throw new Error(JSON.stringify(body));
      for (;;) {
        const { status: found, body: run } = await operator('GET', `/v1/runs/${String(body['id'])}`);
        if (found === 404) throw new Error(`There is no run ${String(body['id'])}, though it was started.`);
        if (run['state'] === 'succeeded' || run['state'] === 'failed') return run;
        await pause(50);
      }
    },
    /** One file of a pack, through the link that is issued for it. */
    file: async (commissioner: string, month: string, name: string, revision?: number): Promise<Buffer> => {
      const wanted = revision === undefined ? '' : `?revision=${revision}`;
      const link = await operator('GET', `/v1/packs/${commissioner}/${month}/files/${name}${wanted}`);
      const response = await fetch(link.headers.get('location') ?? '');
      if (!response.ok) throw new Error(`${name}: ${link.status}, then ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    stop: async () => {
      await system.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type System = Awaited<ReturnType<typeof aSystem>>;
