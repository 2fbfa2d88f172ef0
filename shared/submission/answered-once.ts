import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AppError } from '../platform/errors.ts';
import type { Table } from '../store/dynamo.ts';
import { claimRequest, keepAnswer, releaseRequest } from '../store/kept-answers.ts';

/** A request that its sender gave a key, and everything of it that its answer depends on. */
export type KeyedRequest = {
  readonly provider: string;
  readonly client: string;
  /** The header `Idempotency-Key`; undefined where none was sent. */
  readonly key: string | undefined;
  readonly content: readonly (string | Uint8Array)[];
};

type Parts = { readonly table: Table; readonly now: () => Date; readonly newId: () => string };

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Answers a request, or with the same key and content again for 24 hours with the same answer. What is kept can be read
 * with what was sent alone: it is encrypted by it, so that no id in it outlives an erasure.
 *
 * @throws AppError 400 `invalid-idempotency-key`, 409 `request-under-way`, 422 `idempotency-key-reused`, and what
 *   `answer` throws, after which the key is free again
 */
export async function answeredOnce(
  { table, now, newId }: Parts,
  { provider, client, key, content }: KeyedRequest,
  answer: () => Promise<object>,
): Promise<{ readonly body: unknown; readonly isRepeated: boolean }> {
  if (key === undefined) return { body: await answer(), isRepeated: false };
  if (!KEY.test(key)) throw invalidKey();
  const request = digest('request', content).toString('hex');
  const claimed = await claimRequest(table, { provider, client, key }, { request, claim: newId() }, now());
  if (claimed.state === 'under-way') throw underWay();
  if (claimed.state === 'other-request') throw reused();
  const secret = digest('answer', [claimed.claim.claim, ...content]);
  if (claimed.state === 'answered') return { body: opened(claimed.bytes, secret), isRepeated: true };
  const body = await released(answer, () => releaseRequest(table, claimed.claim));
  await keepAnswer(table, claimed.claim, sealed(body, secret));
  return { body, isRepeated: false };
}

async function released(answer: () => Promise<object>, release: () => Promise<void>): Promise<object> {
  try {
    return await answer();
  } catch (error) {
    // It is free by itself in half a minute.
    await release().catch(() => undefined);
    throw error;
  }
}

/** Two purposes, two hashes, of which none tells the other. */
function digest(purpose: string, content: KeyedRequest['content']): Buffer {
  const hash = createHash('sha256').update(purpose);
  for (const part of content) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest();
}

/** A secret is of one attempt and seals one answer, so it needs no other number that is used once. */
const NONCE = Buffer.alloc(12);
const TAG_BYTES = 16;

function sealed(body: object, secret: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, NONCE);
  const text = Buffer.concat([cipher.update(gzipSync(JSON.stringify(body))), cipher.final()]);
  return Buffer.concat([cipher.getAuthTag(), text]);
}

function opened(bytes: Uint8Array, secret: Buffer): unknown {
  const cipher = createDecipheriv('aes-256-gcm', secret, NONCE);
  cipher.setAuthTag(bytes.subarray(0, TAG_BYTES));
  const text = Buffer.concat([cipher.update(bytes.subarray(TAG_BYTES)), cipher.final()]);
  return JSON.parse(gunzipSync(text).toString('utf8'));
}

function invalidKey(): AppError {
  const detail =
    'An Idempotency-Key is 1 to 255 visible characters of ASCII without spaces; nothing was stored.';
  return new AppError(400, 'invalid-idempotency-key', detail);
}

function underWay(): AppError {
  const detail =
    'The same request is being worked on at this moment; send it again in half a minute for its answer.';
  return new AppError(409, 'request-under-way', detail);
}

function reused(): AppError {
  const detail =
    'This Idempotency-Key was used for something else in the last 24 hours; nothing was stored. Give a new request a new key.';
  return new AppError(422, 'idempotency-key-reused', detail);
}
