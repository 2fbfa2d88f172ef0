import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Identities } from '../../shared/platform/world.ts';
import { storedJson } from '../storage/stored-json.ts';

const tokenClient = z.object({
  clientId: z.string(),
  name: z.string(),
  secret: z.string(),
  scopes: z.array(z.string()),
});
const stored = z.array(tokenClient);

export type TokenClient = z.infer<typeof tokenClient>;

/** The machine clients of the issuer: what the functions administer, and what a request for a token is checked by. */
export type TokenClients = {
  readonly identities: Identities;
  /** The client, where the secret is its own. */
  readonly authenticate: (clientId: string, secret: string) => TokenClient | undefined;
  readonly find: (clientId: string) => TokenClient | undefined;
};

/** The clients in this file, whose secrets are kept readable, as Cognito keeps them, for their owner alone. */
export function tokenClients(path: string): TokenClients {
  const file = storedJson(path, stored);
  const clients = new Map((file.read() ?? []).map((client) => [client.clientId, client]));

  function put(client: TokenClient): TokenClient {
    clients.set(client.clientId, client);
    file.write([...clients.values()]);
    return client;
  }

  function existing(clientId: string): TokenClient {
    const client = clients.get(clientId);
    if (client === undefined) throw resourceNotFound();
    return client;
  }

  return {
    identities: {
      create: (name, scopes) =>
        settled(() => {
          const clientId = randomText(26).toLowerCase();
          const { secret } = put({ clientId, name, secret: randomText(51), scopes: [...scopes] });
          return { clientId, secret };
        }),
      update: (clientId, name, scopes) =>
        settled(() => {
          put({ ...existing(clientId), name, scopes: [...scopes] });
        }),
      renew: (clientId) =>
        settled(() => {
          const { secret } = put({ ...existing(clientId), secret: randomText(51) });
          return { secret };
        }),
      remove: (clientId) =>
        settled(() => {
          if (clients.delete(clientId)) file.write([...clients.values()]);
        }),
    },
    authenticate: (clientId, secret) => {
      const client = clients.get(clientId);
      const right = timingSafeEqual(digest(secret), digest(client?.secret ?? randomText(51)));
      return right ? client : undefined;
    },
    find: (clientId) => clients.get(clientId),
  };
}

const settled = async <T>(act: () => T): Promise<T> => Promise.resolve().then(act);

const digest = (text: string) => createHash('sha256').update(text).digest();

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits; bytes past a whole multiple of them are passed over, so that each is as likely. */
function randomText(length: number): string {
  const usable = 256 - (256 % LETTERS.length);
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(length)) if (byte < usable) text += LETTERS[byte % LETTERS.length] ?? '';
  return text.slice(0, length);
}

/** Named as Cognito names it. */
function resourceNotFound(): Error {
  const error = new Error('There is no such client.');
  error.name = 'ResourceNotFoundException';
  return error;
}
