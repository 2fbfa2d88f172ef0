import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readBody } from '../network/read-body.ts';
import { issueToken } from './issue-token.ts';
import { signingKey } from './signing-key.ts';
import { type TokenClients, tokenClients } from './token-clients.ts';

const LARGEST_FORM = 8192;
const TOKEN_PATH = '/oauth2/token';

/** A stand-in for a Cognito user pool with machine clients. */
export type Issuer = {
  readonly poolId: string;
  /** The `iss` of its tokens: a name and no address, so that it is the same on every port. */
  readonly issuer: string;
  readonly tokenPath: string;
  readonly keysPath: string;
  readonly clients: TokenClients;
  /** Whether a path is the issuer's to answer. */
  readonly serves: (path: string) => boolean;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Opens the issuer whose key and clients lie in this folder. */
export async function openIssuer(folder: string, now: () => Date): Promise<Issuer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = await signingKey(join(folder, 'signing-key.json'));
  const clients = tokenClients(join(folder, 'clients.json'));
  const issuer = `http://127.0.0.1/${key.poolId}`;
  const keysPath = `/${key.poolId}/.well-known/jwks.json`;

  return {
    poolId: key.poolId,
    issuer,
    tokenPath: TOKEN_PATH,
    keysPath,
    clients,
    serves: (path) => path === TOKEN_PATH || path === keysPath,
    answer: async (request, response) => {
      const path = request.url?.split('?')[0];
      if (path === keysPath && request.method === 'GET') send(response, 200, { keys: [key.publicJwk] });
      else if (path === TOKEN_PATH && request.method === 'POST') {
        const body = await readBody(request, LARGEST_FORM);
        if (body === undefined) send(response, 400, { error: 'invalid_request' });
        else {
          const { authorization, 'content-type': contentType } = request.headers;
          const asked = { authorization, contentType, body: body.toString() };
          const { status, body: answered } = await issueToken(asked, { issuer, key, clients, now });
          send(response, status, answered);
        }
      } else send(response, 405, { error: 'method_not_allowed' });
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
