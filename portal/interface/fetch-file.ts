import { Refusal } from '../../examples/typescript/janus-client.ts';

/** Fetches a file of the interface under a token. */
export async function fetchFile(token: string, path: string): Promise<Blob> {
  const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Refusal(response.status, await problemOf(response));
  return response.blob();
}

async function problemOf(response: Response) {
  const read: unknown = await response.json().catch(() => undefined);
  const isProblem = typeof read === 'object' && read !== null && 'code' in read && 'detail' in read;
  return isProblem ? { code: String(read.code), detail: String(read.detail) } : {};
}
