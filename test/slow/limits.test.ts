import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClaim } from '../support/finance.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** The longest that the interface takes in and gives out, through HTTP. */

let system: System;
beforeAll(async () => (system = await aSystem()));
afterAll(() => system.stop());

test('a claim has two thousand lines at most, and is taken in with all of them', async () => {
  const seller = await system.financeOf('provider');
  const claimOf = (count: number) => ({
    ...aClaim(
      Array.from({ length: count }, (_, i) => [`L-${i}`, 1, 1] as const),
      { provider: 'janus-enterprise' },
    ).data,
  });
  expect((await seller('PUT', '/v1/claims/C-many', claimOf(2_001))).body).toMatchObject({
    errors: [{ field: 'lines', code: 'out-of-range' }],
  });
  expect((await seller('PUT', '/v1/claims/C-many', claimOf(2_000))).status).toBe(201);
  expect((await seller('GET', '/v1/claims/C-many')).body['lines']).toHaveLength(2_000);
});

test('a long audit comes page by page', async () => {
  await system.provider('PUT', '/v1/placements/P-2', aSentPlacement('SU-2'));
  await Promise.all(Array.from({ length: 205 }, () => system.provider('GET', '/v1/people/SU-2/access')));
  const first = await system.provider('GET', '/v1/audit');
  const cursor = encodeURIComponent(String(first.body['cursor']));
  const second = await system.provider('GET', `/v1/audit?cursor=${cursor}`);
  const entries = [first, second].flatMap(({ body }) => body['entries'] as { id: string; action: string }[]);
  expect(entries.filter(({ action }) => action === 'subject-access')).toHaveLength(205);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(second.body).not.toHaveProperty('cursor');
});
