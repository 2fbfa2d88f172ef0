import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The local system in a process of its own, and calls to it under a provider's token. */
export type System = {
  /** @throws Error where the answer is no success */
  readonly call: (method: string, path: string, body?: unknown) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const MAIN = fileURLToPath(new URL('../../local/main.ts', import.meta.url));
const PROVIDES = 'records/write';

const readySchema = z.object({
  baseUrl: z.string(),
  tokenUrl: z.string(),
  clients: z.array(z.object({ id: z.string(), secret: z.string(), scopes: z.array(z.string()) })),
});
const tokenSchema = z.object({ access_token: z.string() });

/** Starts it as `npm run local` does, on a free port, with its data in a folder. */
export async function startSystem(folder: string): Promise<System> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const { baseUrl, tokenUrl, clients } = readySchema.parse(JSON.parse(line));
    const client = clients.find(({ scopes }) => scopes.includes(PROVIDES));
    if (client === undefined) throw new Error('no client may send records');
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = tokenSchema.parse(await answer.json());
    return {
      call: async (method, path, body) => {
        const response = await fetch(`${baseUrl}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (!response.ok)
          throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
        return text;
      },
      stop,
    };
  }
  throw new Error('the system ended before it was ready');
}
