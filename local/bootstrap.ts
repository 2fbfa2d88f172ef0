import * as z from 'zod';
import type { Clients } from '../shared/platform/clients.ts';
import type { Scope } from '../shared/platform/routes.ts';
import type { TokenClients } from './issuer/token-clients.ts';

/** A client that someone on this machine may use; the id is the OAuth client id. */
export type LocalClient = {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly provider?: string;
  readonly commissioner?: string;
};

type Bootstrap = {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly register: Clients;
  readonly tokenClients: TokenClients;
};

const PROVIDER = 'janus-enterprise';
const COMMISSIONER = 'northshire';
const REFERRER = 'northshire-children';
const madeClient = z.object({ clientId: z.string() });
const token = z.object({ access_token: z.string() });

/**
 * Makes what one needs to begin with: a provider, a commissioner, a referrer, a client for each of the first two and for
 * the operator, and one for the finance of each. The operator's client, which no one else could make, goes straight into the register; all
 * else goes through the interface. Called again, it finds the same clients with the same secrets.
 */
export async function bootstrap(system: Bootstrap): Promise<LocalClient[]> {
  const operatorScopes = ['admin/all', 'packs/read'] as const satisfies readonly Scope[];
  const { clientId } = await system.register.put('operator', {
    binding: { operator: true },
    scopes: operatorScopes,
  });
  const operator = withSecret(clientId);
  const authorization = `Bearer ${await fetchToken(system.tokenUrl, operator)}`;

  await register(`providers/${PROVIDER}`, 'Janus Enterprise');
  await register(`commissioners/${COMMISSIONER}`, 'Northshire Council');
  await register(`referrers/${REFERRER}`, 'Northshire Council, children’s services');
  const provider = await putClient(PROVIDER, { provider: PROVIDER }, ['records/write', 'records/read']);
  const commissioner = await putClient(COMMISSIONER, { commissioner: COMMISSIONER }, ['packs/read']);
  const financeScopes = ['finance/read', 'finance/write'] as const satisfies readonly Scope[];
  const sells = await putClient(`${PROVIDER}-finance`, { provider: PROVIDER }, financeScopes);
  const pays = await putClient(`${COMMISSIONER}-finance`, { commissioner: COMMISSIONER }, financeScopes);
  return [
    { ...provider, provider: PROVIDER },
    { ...commissioner, commissioner: COMMISSIONER },
    operator,
    { ...sells, provider: PROVIDER },
    { ...pays, commissioner: COMMISSIONER },
  ];

  async function putClient(id: string, binding: object, scopes: readonly Scope[]): Promise<LocalClient> {
    const answer = await put(`clients/${id}`, { ...binding, scopes });
    return withSecret(madeClient.parse(answer).clientId);
  }

  /** Whoever is registered stays as the operator has them: an entry that is put again is put anew, whole. */
  async function register(path: string, name: string): Promise<void> {
    const known = await fetch(`${system.baseUrl}/v1/${path}`, { headers: { authorization } });
    if (known.status === 404) await put(path, { name });
    else if (!known.ok) throw new Error(`GET /v1/${path} answered ${known.status}`);
  }

  async function put(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${system.baseUrl}/v1/${path}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`PUT /v1/${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  function withSecret(id: string): LocalClient {
    const client = system.tokenClients.find(id);
    if (client === undefined)
      throw new Error(
        'The table and the clients of the issuer do not belong together; start with an empty folder.',
      );
    return { id, secret: client.secret, scopes: client.scopes };
  }
}

async function fetchToken(tokenUrl: string, { id, secret }: LocalClient): Promise<string> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return token.parse(await response.json()).access_token;
}
