import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readBody } from '../network/read-body.ts';
import { answerSignIn, answerSignOut, type SignInParts } from './answer-sign-in.ts';
import { authorizationCodes } from './authorization-codes.ts';
import { issueToken } from './issue-token.ts';
import { signingKey } from './signing-key.ts';
import { type TokenClients, tokenClients } from './token-clients.ts';

const LARGEST_FORM = 8192;
const TOKEN_PATH = '/oauth2/token';
const AUTHORIZE_PATH = '/oauth2/authorize';
const LOGIN_PATH = '/login';
const LOGOUT_PATH = '/logout';
const PORTAL_CLIENT_ID = 'portal';

/** How people sign in, as the variables of functions name it. */
export type SignIn = Readonly<
  Record<'PORTAL_CLIENT_ID' | 'AUTHORIZE_URL' | 'TOKEN_URL' | 'LOGOUT_URL', string>
>;

/** A stand-in for a Cognito user pool: clients of machines, and a sign-in page with people. */
export type Issuer = {
  readonly poolId: string;
  /** The `iss` of its tokens: a name and no address, so that it is the same on every port. */
  readonly issuer: string;
  readonly tokenPath: string;
  readonly keysPath: string;
  readonly signIn: SignIn;
  readonly clients: TokenClients;
  /** Whether a path is the issuer's to answer. */
  readonly serves: (path: string) => boolean;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

type IssuerOptions = Pick<SignInParts, 'people' | 'now'> & {
  readonly folder: string;
  /** The address that the issuer and the portal answer on, without a path. */
  readonly origin: string;
};

/** Opens the issuer whose key and clients lie in this folder. */
export async function openIssuer({ folder, origin, people, now }: IssuerOptions): Promise<Issuer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = await signingKey(join(folder, 'signing-key.json'));
  const clients = tokenClients(join(folder, 'clients.json'));
  const issuer = `http://127.0.0.1/${key.poolId}`;
  const keysPath = `/${key.poolId}/.well-known/jwks.json`;
  const codes = authorizationCodes(now);
  const portal = { clientId: PORTAL_CLIENT_ID, redirectUri: `${origin}/portal` };
  const signInParts = { portal, codes, people, now };

  const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>> = {
    [`GET ${keysPath}`]: (_, response) => send(response, 200, { keys: [key.publicJwk] }),
    [`POST ${TOKEN_PATH}`]: async (request, response) => {
      const body = await readBody(request, LARGEST_FORM);
      const { authorization, 'content-type': contentType } = request.headers;
      const asked = { authorization, contentType, body: body?.toString() };
      const answered = await issueToken(asked, { issuer, key, clients, codes, portal, now });
      send(response, answered.status, answered.body);
    },
    [`GET ${AUTHORIZE_PATH}`]: async (request, response) => {
      const asked = queryOf(request);
      // Who was chosen is said by the form alone: a link signs nobody in.
      asked.delete('person');
      show(response, await answerSignIn(asked, signInParts));
    },
    [`POST ${LOGIN_PATH}`]: async (request, response) => {
      const body = await readBody(request, LARGEST_FORM);
      show(response, await answerSignIn(new URLSearchParams(body?.toString() ?? ''), signInParts));
    },
    [`GET ${LOGOUT_PATH}`]: (request, response) =>
      show(response, answerSignOut(queryOf(request), signInParts)),
  };
  const paths = new Set(Object.keys(answers).map((each) => each.split(' ')[1]));

  return {
    poolId: key.poolId,
    issuer,
    tokenPath: TOKEN_PATH,
    keysPath,
    clients,
    signIn: {
      PORTAL_CLIENT_ID,
      AUTHORIZE_URL: origin + AUTHORIZE_PATH,
      TOKEN_URL: origin + TOKEN_PATH,
      LOGOUT_URL: origin + LOGOUT_PATH,
    },
    serves: (path) => paths.has(path),
    answer: async (request, response) => {
      const answer = answers[`${request.method ?? ''} ${request.url?.split('?')[0] ?? ''}`];
      if (answer === undefined) send(response, 405, { error: 'method_not_allowed' });
      else await answer(request, response);
    },
  };
}

const queryOf = ({ url = '' }: IncomingMessage) => new URLSearchParams(url.split('?')[1] ?? '');

function show(response: ServerResponse, { status, headers, html }: Awaited<ReturnType<typeof answerSignIn>>) {
  response.writeHead(status, headers);
  response.end(html);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
