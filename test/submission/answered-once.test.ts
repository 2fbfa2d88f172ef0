import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Table } from '../../shared/store/dynamo.ts';
import { scanPages } from '../../shared/store/dynamo.ts';
import { answeredOnce } from '../../shared/submission/answered-once.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let clock = Date.parse('2026-11-04T09:00:00Z');
let ids = 0;
const parts = () => ({ table, now: () => new Date(clock), newId: () => `id-${(ids += 1)}` });
const SECOND = 1000;
const HOUR = 3600 * SECOND;

type Asked = { client?: string; provider?: string; content?: string; answer?: () => Promise<object> };
let answers = 0;
const ask = (
  key: string | undefined,
  { client = 'c', provider = 'janus', content = 'a', answer }: Asked = {},
) =>
  answeredOnce(
    parts(),
    { provider, client, key, content: [content] },
    answer ?? (() => Promise.resolve({ number: (answers += 1) })),
  );

test('the same key and content have the same answer, for 24 hours', async () => {
  const { body } = await ask('day');
  expect(await ask('day')).toEqual({ body, isRepeated: true });
  clock += 24 * HOUR - SECOND;
  expect(await ask('day')).toEqual({ body, isRepeated: true });
  clock += SECOND;
  const later = await ask('day', { content: 'b' });
  expect([later.isRepeated, later.body]).not.toEqual([false, body]);
});

test('without a key every request is answered by itself', async () => {
  const [first, second] = [await ask(undefined), await ask(undefined)];
  expect(second.body).not.toEqual(first.body);
});

test('a key that was used for something else is refused', async () => {
  await ask('other');
  await expect(ask('other', { content: 'b' })).rejects.toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  });
});

test("a key is its client's own, at its provider", async () => {
  await ask('own');
  expect(await ask('own', { client: 'd', content: 'b' })).toMatchObject({ isRepeated: false });
  expect(await ask('own', { provider: 'other', content: 'c' })).toMatchObject({ isRepeated: false });
});

test('while a request is worked on the same one waits; what was never answered is free after half a minute', async () => {
  const crashed = () => new Promise<object>(() => undefined);
  void ask('crash', { answer: crashed });
  await expect
    .poll(() => ask('crash').catch((error: unknown) => error))
    .toMatchObject({
      status: 409,
      code: 'request-under-way',
    });
  clock += 29 * SECOND;
  await expect(ask('crash')).rejects.toMatchObject({ code: 'request-under-way' });
  clock += SECOND;
  expect(await ask('crash')).toMatchObject({ isRepeated: false });
  expect(await ask('crash')).toMatchObject({ isRepeated: true });
});

test('of two at the same time one answers', async () => {
  const outcomes = await Promise.allSettled([ask('two'), ask('two'), ask('two')]);
  expect(
    outcomes.filter(
      ({ status, ...rest }) => status === 'fulfilled' && 'value' in rest && !rest.value.isRepeated,
    ),
  ).toHaveLength(1);
});

test('after a failure the key is free at once', async () => {
  await expect(ask('fail', { answer: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
  expect(await ask('fail')).toMatchObject({ isRepeated: false });
});

test('an answer of 4 MB that cannot be made smaller is kept in parts', async () => {
  let seed = 1;
  const noise = Array.from({ length: 500_000 }, () => (seed = (seed * 48_271) % 2_147_483_647));
  const { body } = await ask('large', { answer: () => Promise.resolve({ noise }) });
  expect((await ask('large')).body).toEqual(body);
});

test('nothing of an answer or a key can be read from what is kept, and all of it expires', async () => {
  const answer = () => Promise.resolve({ results: [{ id: 'P-SECRET-1' }] });
  await ask('KEY-SECRET-2', { answer, content: 'SECRET-3' });
  let found = 0;
  for await (const items of scanPages(table))
    for (const item of items) {
      found += 1;
      expect(typeof item['expiresAt']).toBe('number');
      const text = Object.values(item)
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join();
      expect(text).not.toContain('SECRET');
    }
  expect(found).toBeGreaterThan(10);
});

test.each(['', 'a b', 'é', 'x'.repeat(256)])('%j is no key', async (key) => {
  await expect(ask(key)).rejects.toMatchObject({ status: 400, code: 'invalid-idempotency-key' });
});
