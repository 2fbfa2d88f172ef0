import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heavyFunctions } from '../../../local/heavy-functions.ts';
import { openThreads } from '../../../local/threads/open-threads.ts';
import { within } from '../../../shared/platform/correlation.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'janus-threads-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Two threads whose functions have no stores to reach: a payload that is none ends them before they look for any. */
function twoThreads(now = () => new Date()) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const nowhere = {
    ...{ endpoint: 'http://127.0.0.1:9', region: 'eu-west-2', maxAttempts: 1 },
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
  };
  const variables = { TABLE_NAME: 't', PACKS_BUCKET: 'p', TAG_KEY_ID: 'k', SIGNING_KEY_ID: 'k' };
  const threads = openThreads({
    count: 2,
    data: {
      ...{ table: nowhere, objects: { ...nowhere, forcePathStyle: true } },
      ...{ tagKeyFile: join(folder, 'tag-key.json'), signingKeyFile: join(folder, 'signing-key.json') },
      variables: Object.fromEntries(Object.keys(heavyFunctions).map((each) => [each, variables])),
    },
    now,
    log,
  });
  return { ...threads, log };
}

test('a call that fails does so by the name it would have in the same thread, and its line has the ids of the call', async () => {
  const { call, close, log } = twoThreads();
  const requests = ['r-1', 'r-2', 'r-3'];
  const fail = (requestId: string) => within({ requestId }, () => call('render-pack', { runId: 'run-1' }));
  const failed = await Promise.allSettled(requests.map(fail));
  expect(failed).toMatchObject(
    requests.map(() => ({
      status: 'rejected',
      reason: { name: 'ZodError', message: 'see the log of this step' },
    })),
  );
  const lines = log.error.mock.calls;
  expect(lines).toHaveLength(3);
  expect(lines).toEqual(
    expect.arrayContaining(
      requests.map((requestId) => [
        'step failed',
        expect.objectContaining({ step: 'render-pack', runId: 'run-1', requestId }) as object,
      ]),
    ),
  );
  await close();
});

test('a thread that dies fails the calls it had, and the next call has another', async () => {
  // No thread can make anything of a call at an instant that is none.
  const now = vi.fn(() => new Date()).mockReturnValueOnce(new Date(NaN));
  const { call, close, log } = twoThreads(now);
  await expect(call('render-pack', {})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
  expect(log.error.mock.calls).toEqual([['thread died', expect.any(Object)]]);
  await expect(call('render-pack', {})).rejects.toMatchObject({ name: 'ZodError' });
  await close();
});

test('what is under way when the threads are closed is given up', async () => {
  const { call, close } = twoThreads();
  // Of five calls two threads have four, and one waits.
  const called = Promise.allSettled(Array.from({ length: 5 }, () => call('render-pack', {})));
  await close();
  expect((await called).map((each) => each.status === 'rejected' && (each.reason as Error).name)).toEqual(
    new Array(5).fill('Runtime.ExitError'),
  );
});
