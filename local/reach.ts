import { setTimeout as pause } from 'node:timers/promises';

/** Of these asking twice does what asking once does. */
const REPEATABLE: readonly string[] = ['GET', 'PUT'];
const TRIES = 4;
const PAUSE_MS = 250;

/**
 * Asks an address and waits for the answer. A connection that breaks, as one does that a busy server let go, is tried
 * again where that cannot do anything twice.
 *
 * @throws Error naming the call and what broke, when there is no answer
 * @example await reach('http://127.0.0.1:4000/v1/health')
 */
export async function reach(url: string | URL, init: RequestInit = {}, tries = TRIES): Promise<Response> {
  const method = init.method ?? 'GET';
  try {
    return await fetch(url, init);
  } catch (error) {
    if (tries > 1 && REPEATABLE.includes(method)) {
      await pause(PAUSE_MS);
      return reach(url, init, tries - 1);
    }
    const { origin, pathname } = new URL(url);
    throw new Error(`No answer to ${method} ${pathname} from ${origin}: ${whyBroken(error)}.`, {
      cause: error,
    });
  }
}

/** What is behind the one sentence that `fetch` has for every broken connection. */
function whyBroken(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection broke';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
