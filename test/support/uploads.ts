import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Call } from './system.ts';

type Post = { url: string; fields: Record<string, string> };

/** Posts a file with the form of an upload. */
export function postFile({ url, fields }: Post, bytes: Uint8Array | string): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)]));
  return fetch(url, { method: 'POST', body: form });
}

/** Opens an upload and posts its file. */
export async function startUpload(call: Call, opening: object, bytes: Uint8Array | string): Promise<string> {
  const { status, body } = await call('POST', '/v1/uploads', opening);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const posted = await postFile(body['post'] as Post, bytes);
  if (posted.status !== 204) throw new Error(`${posted.status} ${await posted.text()}`);
  return String(body['id']);
}

/** An upload once it is worked through, refused or failed. */
async function endOf(call: Call, id: string): Promise<Answer['body']> {
  for (;;) {
    const { body } = await call('GET', `/v1/uploads/${id}`);
    if (['done', 'refused', 'failed'].includes(String(body['state']))) return body;
    await pause(50);
  }
}

/** Uploads a file and waits until it is worked through. */
export async function upload(
  call: Call,
  opening: object,
  bytes: Uint8Array | string,
): Promise<Answer['body']> {
  return endOf(call, await startUpload(call, opening, bytes));
}

/** The rows of an upload's errors, without their header. */
export async function errorsOf(call: Call, id: unknown): Promise<string[]> {
  const link = await call('GET', `/v1/uploads/${String(id)}/errors.csv`);
  if (link.status !== 302) throw new Error(`${link.status} ${JSON.stringify(link.body)}`);
  const text = await (await fetch(link.headers.get('location') ?? '')).text();
  return text.trim().split('\r\n').slice(1);
}
