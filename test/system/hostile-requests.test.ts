import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../shared/platform/routes.ts';
import { aCohort } from '../support/sent.ts';
import { tokenRoutes } from '../support/token-routes.ts';
import { aSystem, type Call, type System } from '../support/system.ts';
import { postFile } from '../support/uploads.ts';

/** Names, bodies and headers that are meant to lead elsewhere, to hold something up or to be written down. */

let system: System;
const callers: Call[] = [];
beforeAll(async () => {
  system = await aSystem();
  await system.provider('POST', '/v1/batches', { records: aCohort() });
  await system.runMonth({ month: '2026-10' });
  const provider = {
    provider: 'janus-enterprise',
    scopes: ['records/write', 'records/read', 'reports/read'],
  };
  callers.push(
    system.operator,
    await system.clientOf('provider-all', provider),
    await system.clientOf('north-all', {
      commissioner: 'northshire',
      scopes: ['packs/read', 'packs/release'],
    }),
    await system.financeOf('provider'),
  );
});
afterAll(() => system.stop());

const STRANGE = [
  ...['..%2F..%2F..%2Fissuer%2Fsigning-key.json', '..%5C..%5Caccess-key.json', '%2Fetc%2Fpasswd', '%00'],
  ...[
    'outcomes.json%00.pdf',
    'outcomes.json%2F..%2Fdisclosure.json',
    '.%2Foutcomes.json',
    'outcomes.json%23x',
  ],
  ...['constructor', '__proto__', 'toString', '%E2%80%AE', 'northshire%23x', 'x'.repeat(300)],
];
/** Somebody for whom a route is open. */
const callerFor = (scopes: readonly Scope[]): Call => {
  const who = scopes.includes('admin/all') ? 0 : scopes.includes('packs/release') ? 2 : 1;
  return callers[scopes.some((scope) => scope.startsWith('finance/')) ? 3 : who]!;
};

/** What of a path is named: a part of each route at a time is strange, the others are as they may be. */
const PARTS: Readonly<Record<string, string>> = {
  ...{ collection: 'placements', commissioner: 'northshire', provider: 'janus-enterprise' },
  ...{ month: '2026-10', name: 'outcomes.json', personRef: 'SU-1', id: 'P-SU-1' },
};
const named = tokenRoutes.flatMap((route) =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => ({ ...route, part })),
);

test.each(named)('$method $path leads nowhere by a strange $part', async ({ method, path, part, scopes }) => {
  for (const strange of STRANGE) {
    const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === part ? strange : PARTS[name]!));
    const { status, body } = await callerFor(scopes)(method, at, method === 'GET' ? undefined : {});
    expect([at, Math.floor(status / 100)]).toEqual([at, 4]);
    expect(JSON.stringify(body)).not.toMatch(/signing|BEGIN|etc/);
  }
});

const isRefusal = (status: number) => status >= 400 && status < 500;
/** New secrets and replays have no body to read. */
const written = tokenRoutes.filter(
  ({ method, path }) => (method === 'PUT' || method === 'POST') && !/secrets$|replay$/.test(path),
);
const deep = (open: string, close: string) => open.repeat(60_000) + close.repeat(60_000);
const BODIES: Readonly<Record<string, string>> = {
  'of lists in lists': deep('[', ']'),
  'of objects in objects': deep('{"a":', '}').replace('}', '1}'),
  'of lists that never end': '['.repeat(120_000),
  'of a field that is nested': `{"records":${deep('[', ']')},"name":${deep('[', ']')}}`,
  'with ten thousand fields': `{${Array.from({ length: 10_000 }, (_, i) => `"field${i}":1`).join()}}`,
  'that is null': 'null',
  'that is a number': '1e999',
  'that is a text': '"text"',
  'with a prototype': '{"__proto__":{"scopes":["admin/all"]}}',
  'with a prototype that is escaped': String.raw`{"\u005f_proto__":{"scopes":["admin/all"]}}`,
};

describe.each(Object.entries(BODIES))('a body %s', (_, body) => {
  test.each(written)('is refused by $method $path', async ({ method, path, scopes }) => {
    const at = path.replaceAll(/\{(\w+)\}/g, (__, name: string) => PARTS[name]!);
    const answer = await callerFor(scopes)(method, at, body);
    // In a batch, what is no record is refused in its place.
    const { rejected = 0 } = (answer.body['counts'] ?? {}) as { rejected?: number };
    expect([path, rejected === 1 ? 400 : answer.status]).toEqual([path, expect.toSatisfy(isRefusal)]);
  });
});

test('nothing that is sent makes a line of the log, or ends one, or is in one', async () => {
  const lines = async () => {
    const folder = join(system.dataDir, 'logs');
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    return files.join('').split('\n').filter(Boolean);
  };
  const before = (await lines()).length;
  const forged = '\n{"level":"info","message":"PLANTED"}\r\n\u001b[2J\u0000\u2028';
  const plain = 'PLANTED'.repeat(500);
  const escaped = encodeURIComponent(forged);
  const [operator, provider] = callers;
  for (const call of [operator!, provider!]) {
    for (const path of [
      `/v1/placements/${escaped}`,
      `/${escaped}`,
      `/v1/runs/${escaped}`,
      `/v1/placements/${plain}`,
    ])
      await call('GET', path);
    await call('GET', `/v1/placements?cursor=${escaped}&changedSince=${escaped}`);
    await call('GET', '/v1/me', undefined, { 'user-agent': plain, 'x-forwarded-for': plain, referer: plain });
    await call('GET', '/v1/me', undefined, { authorization: `Bearer ${plain}` });
    await call('PUT', '/v1/placements/P-9', { personRef: forged, [forged]: forged, sex: plain });
    await call('PUT', '/v1/placements/P-9', forged, { 'content-type': plain });
    await call(
      'POST',
      '/v1/batches',
      { records: [{ type: forged, id: forged }] },
      { 'idempotency-key': plain },
    );
    await call('POST', '/v1/batches', `id,${plain}\n${forged}`, { 'content-type': 'text/csv' });
    await call('PUT', '/v1/clients/planted', { provider: forged, scopes: [plain] });
    await call('POST', '/v1/runs', { month: forged, commissioner: plain });
  }
  const { body } = await system.provider('POST', '/v1/uploads', { format: 'ndjson' });
  const post = body['post'] as { url: string; fields: Record<string, string> };
  await postFile({ ...post, fields: { ...post.fields, key: `${post.fields['key']!}${forged}` } }, forged);
  await fetch(system.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: forged, scope: plain }),
  });

  const made = (await lines()).slice(before);
  expect(made.length).toBeGreaterThan(25);
  for (const line of made) {
    expect(JSON.parse(line)).toMatchObject({
      level: expect.any(String) as unknown,
      at: expect.any(String) as unknown,
    });
    expect(line).not.toMatch(/PLANTED/i);
    expect(line.length).toBeLessThan(1_000);
  }
});
