import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler as makeReport } from '../../functions/make-referrer-report/handler.ts';
import { createHandler as tellReferrers } from '../../functions/tell-referrers/handler.ts';
import { readRecord } from '../../shared/intake/read-record.ts';
import { computeMonth } from '../../shared/month/compute-month.ts';
import { toContext } from '../../shared/platform/caller.ts';
import type { Alert } from '../../shared/platform/world.ts';
import { putRecord } from '../../shared/store/put-record.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { readPdf } from '../render/read-pdf.ts';
import { filesHolding } from '../support/find-bytes.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { shareOf } from '../support/read-figures.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, tokenFor, type Call, type System } from '../support/system.ts';
import { aTable } from '../support/table.ts';
import { testMacs, testTagOf } from '../support/tags.ts';

/** The report for a referrer through HTTP: whose it is, for whom it is refused, and what it leaves behind. */

const provider = 'janus-enterprise';
const referred = { referrer: 'team-1', reportAgreement: 'agreed', endedOn: '2026-10-20', endReason: 'left' };
const pathOf = (personRef: string, query = '') =>
  `/v1/people/${personRef}/report?provider=${provider}${query}`;

let system: System;
let team: Call;
let otherTeam: Call;
let staff: Call;
/** The bytes of a report that the first team asks for. */
let pdfOf: (personRef: string) => Promise<{ headers: Headers; bytes: Uint8Array }>;

beforeAll(async () => {
  system = await aSystem();
  const { operator, clientOf } = system;
  await operator('PUT', '/v1/referrers/team-1', { name: 'Northvale children’s services' });
  await operator('PUT', '/v1/referrers/team-2', { name: 'Team 2' });
  await operator('PUT', '/v1/providers/other', { name: 'Other' });
  const scopes = ['reports/read'];
  const made = (await operator('PUT', '/v1/clients/team-1', { referrer: 'team-1', scopes })).body as {
    clientId: string;
    secret: string;
  };
  const token = await tokenFor(system.tokenUrl, { id: made.clientId, secret: made.secret });
  team = async (method, path) => {
    const response = await fetch(`${system.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body = isJson ? ((await response.json()) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, body };
  };
  pdfOf = async (personRef) => {
    const response = await fetch(`${system.baseUrl}${pathOf(personRef)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  otherTeam = await clientOf('team-2', { referrer: 'team-2', scopes });
  staff = await clientOf('staff-1', { provider, scopes });

  const records: [string, object][] = [
    ['placements/P-zebra-1', aSentPlacement('SU-zebra-1', referred)],
    [
      'sessions/S-1',
      aSentSession('SU-zebra-1', {
        ...{ workers: ['W-zulu-1'], kind: 'family-workshop' },
        family: [{ ref: 'F-zulu-2', relationship: 'sibling' }],
      }),
    ],
    ['tests/T-1', aSentTest('SU-zebra-1')],
    ['placements/P-2', aSentPlacement('SU-2', { ...referred, reportAgreement: 'refused' })],
    ['placements/P-3', aSentPlacement('SU-3', { ...referred, reportAgreement: undefined })],
    ['placements/P-4', aSentPlacement('SU-4', { reportAgreement: 'ordered' })],
    ['placements/P-5', aSentPlacement('SU-5', { ...referred, reportAgreement: 'ordered' })],
    ['placements/P-6', aSentPlacement('SU-6', referred)],
    ['placements/P-6b', aSentPlacement('SU-6', { ...referred, service: 'aftercare' })],
    ['placements/P-7', aSentPlacement('SU-7', referred)],
    ['placements/P-8', aSentPlacement('SU-8', referred)],
  ];
  for (const [path, body] of records)
    expect((await system.provider('PUT', `/v1/${path}`, body)).status).toBe(201);
});
afterAll(() => system.stop());

test('the referrer gets a PDF of one placement, which nothing on its way may keep', async () => {
  const { headers, bytes } = await pdfOf('SU-zebra-1');
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-disposition')).toBe('attachment; filename="referrer-report.pdf"');
  const { pages, squeezed } = await readPdf(bytes);
  for (const page of pages)
    expect(page).toMatch(/For Northvale .* \(team-1\) only\. Made on 4 November 2026/);
  expect(squeezed).toContain('SU-zebra-1');
  expect(squeezed).not.toMatch(/zulu|sibling|northshire/);
});

test('that it was issued, to whom and when, is in the audit and told to the person', async () => {
  const { body } = await system.operator('GET', '/v1/audit');
  expect((body['entries'] as object[])[0]).toMatchObject({
    ...{
      action: 'report-issued',
      provider,
      recipient: 'team-1',
      at: expect.stringMatching(/^2026-11-04/) as string,
    },
  });
  const access = (await system.provider('GET', '/v1/people/SU-zebra-1/access')).body;
  expect(access['accesses']).toMatchObject([{ action: 'report-issued' }, { action: 'subject-access' }]);
});

test('nothing of it is stored or logged', async () => {
  expect(await filesHolding(system.dataDir, 'Northvale children’s services (team-1)')).toEqual([]);
  const logs = readdirSync(join(system.dataDir, 'logs')).map((name) =>
    readFileSync(join(system.dataDir, 'logs', name), 'utf8'),
  );
  expect(logs.join('')).toContain('referrer report made');
  expect(logs.join('')).not.toMatch(/zebra|zulu/);
});

describe('a report is refused', () => {
  test.each([
    ['where the person refused', 'SU-2'],
    ['where nothing was agreed', 'SU-3'],
  ])('%s, in the same words', async (_, personRef) => {
    expect(await team('GET', pathOf(personRef))).toMatchObject({
      status: 403,
      body: { code: 'report-not-agreed', title: 'Forbidden' },
    });
    expect(await staff('GET', pathOf(personRef))).toMatchObject({ status: 403 });
  });

  test('where the placement names nobody to report to', async () => {
    expect(await staff('GET', pathOf('SU-4'))).toMatchObject({ status: 409, body: { code: 'no-referrer' } });
    expect(await team('GET', pathOf('SU-4'))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('where it is not said which of several placements it is on', async () => {
    expect(await team('GET', pathOf('SU-6'))).toMatchObject({
      status: 400,
      body: { code: 'placement-required' },
    });
    expect((await team('GET', pathOf('SU-6', '&placement=P-6b'))).status).toBe(200);
  });

  test('where a referrer does not say whose reference it is', async () => {
    expect(await team('GET', '/v1/people/SU-5/report')).toMatchObject({
      status: 400,
      body: { code: 'provider-required' },
    });
  });

  test('and is allowed where it was ordered, also for the provider, who need not name itself', async () => {
    expect((await team('GET', pathOf('SU-5'))).status).toBe(200);
    expect((await staff('GET', '/v1/people/SU-5/report')).status).toBe(200);
  });
});

describe('a report is absent', () => {
  const absent = { status: 404, body: { code: 'not-found' } };

  test('for other referrers, providers, and all who are neither', async () => {
    const { clientOf } = system;
    const scopes = ['reports/read'];
    const others = [
      otherTeam,
      await clientOf('other-1', { provider: 'other', scopes }),
      await clientOf('north-1', { commissioner: 'northshire', scopes }),
      await clientOf('operator-1', { operator: true, scopes }),
    ];
    for (const other of others) {
      expect(await other('GET', pathOf('SU-5'))).toMatchObject(absent);
      expect(await other('GET', pathOf('SU-5', '&placement=P-5'))).toMatchObject(absent);
    }
  });

  test('of nobody, of another’s placement, of one that was withdrawn, and under a code that is none', async () => {
    expect(await team('GET', pathOf('SU-nobody-1'))).toMatchObject(absent);
    expect(await team('GET', pathOf('SU-5', '&placement=P-6'))).toMatchObject(absent);
    expect(await team('GET', '/v1/people/SU-5/report?provider=janus%23x')).toMatchObject(absent);
    await system.provider('DELETE', '/v1/placements/P-7?reason=consent-withdrawn');
    expect(await team('GET', pathOf('SU-7'))).toMatchObject(absent);
  });

  test('of somebody erased; their provider is told that they were', async () => {
    expect((await team('GET', pathOf('SU-8'))).status).toBe(200);
    await system.provider('DELETE', '/v1/people/SU-8');
    expect(await team('GET', pathOf('SU-8'))).toMatchObject(absent);
    expect(await staff('GET', pathOf('SU-8'))).toMatchObject({ status: 410, body: { code: 'erased' } });
    const { entries } = (await system.operator('GET', '/v1/audit')).body as {
      entries: { erasure?: string }[];
    };
    const ofErased = entries.filter(({ erasure }) => erasure !== undefined);
    expect(ofErased).toContainEqual(
      expect.objectContaining({ action: 'report-issued', recipient: 'team-1' }),
    );
    expect(JSON.stringify(ofErased)).not.toMatch(/SU-8|P-8/);
  });
});

test('what is due is listed for its referrer and its provider until it is issued, and for nobody else', async () => {
  const ended = { ...referred, endedOn: '2026-11-03' };
  await system.provider('PUT', '/v1/placements/P-9', aSentPlacement('SU-9', ended));
  const dueOf = async (call: Call) => {
    const { body } = await call('GET', '/v1/referrer-reports/due');
    return (body['reports'] as { personRef: string }[]).filter(({ personRef }) => personRef === 'SU-9');
  };
  // Ten working days after Tuesday 3 November 2026.
  const due = {
    ...{ provider, personRef: 'SU-9', placement: 'P-9', referrer: 'team-1' },
    ...{ occasion: 'exit', on: '2026-11-03', dueBy: '2026-11-17' },
  };
  expect(await dueOf(team)).toEqual([due]);
  expect(await dueOf(staff)).toEqual([due]);
  expect(await dueOf(otherTeam)).toEqual([]);
  const commissioner = await system.clientOf('north-2', {
    ...{ commissioner: 'northshire', scopes: ['reports/read'] },
  });
  expect((await commissioner('GET', '/v1/referrer-reports/due')).status).toBe(404);
  expect((await team('GET', pathOf('SU-9'))).status).toBe(200);
  expect([await dueOf(team), await dueOf(staff)]).toEqual([[], []]);
});

test('a report that is made counts in the measure of reports in time', async () => {
  const { table, close } = await aTable();
  try {
    const now = () => new Date('2026-10-26T09:00:00Z');
    await putEntry(table, 'referrers', 'team-1', { name: 'Team' }, now());
    for (const personRef of ['SU-1', 'SU-2']) {
      const { record } = readRecord(
        'placement',
        `P-${personRef}`,
        aSentPlacement(personRef, { ...referred, endedOn: '2026-10-12' }),
      );
      await putRecord(table, record!, { provider: 'janus', client: 'c', now });
    }
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const world = { table: table.client, macs: testMacs, log, now, newId: () => 'a-1' };
    const out: Alert[] = [];
    const alerts = { publish: (_: string, alert: Alert) => Promise.resolve(void out.push(alert)) };
    const env = { TABLE_NAME: table.name, TAG_KEY_ID: 'tag-key' };
    const tell = () => tellReferrers({ ...env, NOTICES_TOPIC_ARN: 'topic' }, { ...world, alerts })({});
    expect(await tell()).toEqual({ referrers: 1, reports: 2 });
    expect(await tell()).toEqual({ referrers: 0, reports: 0 });
    expect(out).toHaveLength(1);

    const caller = {
      clientId: 'c',
      sub: 's',
      scopes: ['reports/read'],
      binding: { referrer: 'team-1' },
      isPerson: false,
    };
    const event = anHttpEvent({
      routeKey: 'GET /v1/people/{personRef}/report',
      caller: toContext(caller),
      pathParameters: { personRef: 'SU-1' },
      queryStringParameters: { provider: 'janus' },
    });
    const answer = await makeReport(env, world)(event, { awsRequestId: 'r' } as never);
    expect(answer.statusCode).toBe(200);

    // Ten working days after Monday 12 October 2026 it is Monday 26 October: of two due, the one is in time.
    const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'lt5' as const };
    const { computed } = await computeMonth(
      table,
      testTagOf,
      { commissioner, month: '2026-10', targets: [] },
      { asAt: '2026-11-05T06:00:00.000Z', erased: new Set() },
    );
    expect(shareOf(computed.measures['referrer-reports']?.headline)).toBe('1 of 2');
  } finally {
    await close();
  }
});
