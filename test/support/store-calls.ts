import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const STARTED = 'http.client.request.start';

/**
 * What a system in this process asks of its stores while something is done: each call by its kind, such as
 * `DynamoDB_20120810.GetItem` or `HEAD` of an object, in the order of their names. It sees every request that leaves
 * this process by `node:http`, as the SDK's do, and not `fetch`.
 */
export async function storeCallsOf(act: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  const note = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    calls.push(String(request.getHeader('x-amz-target') ?? request.method));
  };
  subscribe(STARTED, note);
  try {
    await act();
  } finally {
    unsubscribe(STARTED, note);
  }
  return calls.sort();
}
