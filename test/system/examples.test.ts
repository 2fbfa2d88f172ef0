import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openapi } from '../../shared/description/openapi.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type Call, type System, tokenFor } from '../support/system.ts';

/** The examples, the command that submits files, and the description, each tried against the running system. */

let system: System;
let token: string;
let folder: string;
beforeAll(async () => {
  system = await aSystem();
  const client = system.clients.find(({ scopes }) => scopes.some((scope) => scope === 'records/write'))!;
  token = await tokenFor(system.tokenUrl, client);
  folder = await mkdtemp(join(tmpdir(), 'janus-examples-'));
});
afterAll(() => system.stop());

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    execFile(
      command,
      args,
      { env: { PATH, HOME, BASE: system.baseUrl, TOKEN: token, OUT: join(folder, 'quality.xlsx'), ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err }),
    );
  });

test('the curl example sends, tries and asks', async () => {
  const { code, out } = await run('sh', ['examples/curl/send-a-month.sh']);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    { outcome: 'created' },
    { outcome: 'created' },
    { mode: 'validate', counts: { rejected: 1 } },
    { cutOff: '2026-11-05T06:00:00.000Z' },
    { month: '2026-10' },
  ]);
  expect((await readFile(join(folder, 'quality.xlsx'))).subarray(0, 2).toString()).toBe('PK');
});

test('the TypeScript example does the same by the client made from the description', async () => {
  const { code, out } = await run(process.execPath, ['examples/typescript/send-a-month.ts']);
  expect([code, out.split('\n').slice(0, 4)]).toEqual([
    0,
    [
      'placement EX-P2: created',
      'refused, startsAt: send a date and time with its offset, such as 2026-07-01T16:00:00+01:00',
      'would be created: 1',
      'to be sent by 2026-11-05T06:00:00.000Z',
    ],
  ]);
  expect(out).toContain('placement EX-P2: Journey without a first session. Send the first session');
});

describe('npm run submit', () => {
  const submit = async (name: string, content: string, ...args: string[]) => {
    const file = join(folder, name);
    await writeFile(file, content);
    return run(process.execPath, ['scripts/submit.ts', '--file', file, '--base', system.baseUrl, ...args], {
      JANUS_TOKEN: token,
    });
  };

  test('sends a file of records in parts, with a bar and counts', async () => {
    const sessions = Array.from({ length: 1100 }, (_, i) => ({
      id: `C-${i}`,
      ...aSentSession('SU-C1', { startsAt: new Date(Date.UTC(2026, 9, 1, 0, i)).toISOString() }),
    }));
    const lines = [{ type: 'placement', id: 'C-P', ...aSentPlacement('SU-C1') }, ...sessions];
    const { code, out, err } = await submit(
      'month.ndjson',
      lines.map((line) => JSON.stringify(line)).join('\r\n'),
      '--type',
      'session',
    );
    expect([code, out.trim()]).toEqual([0, 'created 1,101, amended 0, unchanged 0, rejected 0']);
    expect(err.trim().split('\n')).toEqual([
      `[${'#'.repeat(27)}---] 1,000 of 1,101 records`,
      `[${'#'.repeat(30)}] 1,101 of 1,101 records`,
    ]);
  });

  test('shows what was refused as a table, by the row of the file, and says so when it ends', async () => {
    const records = [
      { type: 'test', id: 'C-T1', ...aSentTest('SU-C1') },
      { type: 'test', id: 'C-T2', ...aSentTest('SU-C1', { matrix: 'tears', status: 'maybe' }) },
    ];
    const { code, out } = await submit('tests.json', JSON.stringify({ records }), '--validate');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      'Row  Type  Id    Field    What to do',
      '2    test  C-T2  matrix   send one of the allowed values',
      '2    test  C-T2  status   send one of the allowed values',
      '2    test  C-T2  results  only a provided test has results',
      'created 1, amended 0, unchanged 0, rejected 1',
    ]);
    expect((await system.provider('GET', '/v1/tests/C-T1')).status).toBe(404);
  });

  test('sends CSV as it is, and names rows as the spreadsheet does', async () => {
    const rows = Array.from(
      { length: 1002 },
      (_, i) => `R-${i};SU-C1;2026-10-05;${i === 1001 ? 'no-step' : 'job-centre'};verified`,
    );
    const csv = ['id;personRef;reachedOn;step;evidence', ...rows].join('\r\n');
    const { code, out } = await submit('steps.csv', csv, '--type', 'milestone', '--validate');
    expect([code, out.trimEnd().split('\n')]).toEqual([
      1,
      [
        'Row   Type       Id      Field  What to do',
        '1003  milestone  R-1001  step   send one of the allowed values',
        'created 1,001, amended 0, unchanged 0, rejected 1',
      ],
    ]);
  });

  test('ends with 2 and a reason where nothing could be sent', async () => {
    expect(await submit('x.csv', 'id\n')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--type') as string,
    });
    expect(await submit('x.json', '[{]')).toMatchObject({
      code: 2,
      err: 'The file is not JSON; nothing was sent.\n',
    });
    const wrong = await submit('y.json', '[{"type":"test","id":"1"}]', '--token', 'no-token');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('answered 401') as string });
  });
});

describe('the description', () => {
  const description = openapi() as unknown as {
    paths: Record<
      string,
      Record<
        string,
        { responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }> }
      >
    >;
    components: object;
  };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'api', components: description.components });

  /** What of an answer is not as described. */
  const faults = async (call: Call, method: string, path: string, template: string, body?: unknown) => {
    const answer = await call(method, path, body);
    const described = description.paths[template]![method.toLowerCase()]!.responses[answer.status];
    if (described === undefined) return `${answer.status} is not described`;
    if (answer.status === 401) return answer.body['message'] === 'Unauthorized' ? undefined : answer.body;
    const isProblem = answer.headers.get('content-type') === 'application/problem+json';
    const media = described.content?.[isProblem ? 'application/problem+json' : 'application/json'];
    if (isProblem && !JSON.stringify(media).includes(`"${String(answer.body['code'])}"`)) return answer.body;
    const schema = isProblem ? '#/components/schemas/Problem' : media?.schema.$ref;
    if (schema === undefined) return answer.status === 204 ? undefined : answer.body;
    const validate = ajv.getSchema(`api${schema}`);
    return validate?.(answer.body) === false ? validate.errors : undefined;
  };

  test('is served as it is written down', async () => {
    expect((await system.nobody('GET', '/openapi.json')).body).toEqual(
      JSON.parse(await readFile('docs/openapi.json', 'utf8')),
    );
  });

  test('says what is answered', async () => {
    const { provider, operator, nobody } = system;
    const calls: [Call, string, string, string, unknown?][] = [
      [provider, 'PUT', '/v1/placements/O-1', '/v1/placements/{id}', aSentPlacement('SU-O1')],
      [
        provider,
        'PUT',
        '/v1/placements/O-1',
        '/v1/placements/{id}',
        aSentPlacement('SU-O1', { sex: 'male' }),
      ],
      [provider, 'PUT', '/v1/placements/O-2', '/v1/placements/{id}', {}],
      [provider, 'GET', '/v1/placements/O-1', '/v1/placements/{id}'],
      [provider, 'GET', '/v1/placements/O-1/history', '/v1/placements/{id}/history'],
      [provider, 'GET', '/v1/placements', '/v1/placements'],
      [provider, 'DELETE', '/v1/placements/O-1?reason=duplicate', '/v1/placements/{id}'],
      [provider, 'GET', '/v1/placements', '/v1/placements'],
      [
        provider,
        'POST',
        '/v1/batches',
        '/v1/batches',
        { records: [{ type: 'test', id: 'O-T', ...aSentTest('SU-O2') }, 7] },
      ],
      [provider, 'POST', '/v1/batches?type=lapse', '/v1/batches', 7],
      [provider, 'GET', '/v1/receipts?month=2026-10', '/v1/receipts'],
      [
        provider,
        'PUT',
        '/v1/receipts/2026-09',
        '/v1/receipts/{month}',
        { type: 'review', nothingToSend: true },
      ],
      [provider, 'GET', '/v1/data-quality?month=2026-10', '/v1/data-quality'],
      [provider, 'GET', '/v1/audit', '/v1/audit'],
      [provider, 'GET', '/v1/people/SU-O2/access', '/v1/people/{personRef}/access'],
      [nobody, 'GET', '/v1/receipts?month=2026-10', '/v1/receipts'],
      [nobody, 'GET', '/health', '/health'],
      [operator, 'GET', '/v1/receipts?month=2026-10', '/v1/receipts'],
      [operator, 'GET', '/v1/commissioners', '/v1/commissioners'],
      [operator, 'GET', '/v1/commissioners/northshire', '/v1/commissioners/{id}'],
      [operator, 'PUT', '/v1/providers/another', '/v1/providers/{id}', { name: 'Another' }],
      [
        operator,
        'PUT',
        '/v1/clients/o-1',
        '/v1/clients/{id}',
        { provider: 'another', scopes: ['records/read'] },
      ],
      [operator, 'GET', '/v1/clients', '/v1/clients'],
      [operator, 'POST', '/v1/clients/o-1/secrets', '/v1/clients/{id}/secrets'],
      [operator, 'DELETE', '/v1/clients/o-1', '/v1/clients/{id}'],
      [operator, 'POST', '/v1/runs', '/v1/runs', { month: '2026-12' }],
      [operator, 'GET', '/v1/packs', '/v1/packs'],
      [provider, 'DELETE', '/v1/people/SU-O2', '/v1/people/{personRef}'],
    ];
    const wrong: unknown[] = [];
    for (const [call, method, path, template, body] of calls) {
      const own = await faults(call, method, path, template, body);
      if (own !== undefined) wrong.push([method, path, own]);
    }
    expect(wrong).toEqual([]);
  });
});
