import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import { aSystem, type System } from '../support/system.ts';

/** Receipts and data quality through HTTP, on 4 November 2026, the day before the run of October. */

let system: System;
beforeAll(async () => (system = await aSystem()));
afterAll(() => system.stop());

const call = (...args: Parameters<System['provider']>) => system.provider(...args);

const receiptOf = async (type: string, month = '2026-10') => {
  const { body } = await call('GET', `/v1/receipts?month=${month}`);
  return (body['receipts'] as Record<string, unknown>[]).find((receipt) => receipt['type'] === type)!;
};

type Finding = Record<'rule' | 'type' | 'id' | 'todo', string> & {
  ageDays: number;
  touches: string[];
  also: unknown[];
};

const findings = async (month = '2026-10') =>
  (await call('GET', `/v1/data-quality?month=${month}`)).body['findings'] as Finding[];

describe('receipts', () => {
  test('tell by type what arrived for the month and in it, and by when it has to', async () => {
    await call(
      'PUT',
      '/v1/placements/R-1',
      aSentPlacement('SU-R1', {
        referredOn: '2026-10-05',
        startsOn: '2026-10-08',
        plannedEndOn: '2026-12-30',
      }),
    );
    await call('PUT', '/v1/sessions/R-S1', aSentSession('SU-R1', { startsAt: '2026-10-08T10:00:00Z' }));
    await call('PUT', '/v1/sessions/R-S2', aSentSession('SU-R1', { startsAt: '2026-10-09T10:00:00Z' }));
    await call('PUT', '/v1/sessions/R-S2', aSentSession('SU-R1', { startsAt: '2026-10-09T11:00:00Z' }));
    await call('PUT', '/v1/sessions/R-S3', aSentSession('SU-R1', { startsAt: '2026-10-12T10:00:00Z' }));
    await call('DELETE', '/v1/sessions/R-S3?reason=duplicate');
    await call('PUT', '/v1/sessions/R-S4', aSentSession('SU-R1', { startsAt: '2026-11-02T10:00:00Z' }));

    const { status, body } = await call('GET', '/v1/receipts?month=2026-10');
    expect(status).toBe(200);
    expect(body).toMatchObject({ month: '2026-10', cutOff: '2026-11-05T06:00:00.000Z', hasPassed: false });
    expect(await receiptOf('session')).toMatchObject({
      forMonth: { created: 1, amended: 1, withdrawn: 1 },
      inMonth: { created: 0, amended: 0, withdrawn: 0 },
      late: 0,
      nothingToSend: false,
      lastArrival: expect.stringMatching(/^2026-11-04T/) as string,
    });
    expect(await receiptOf('session', '2026-11')).toMatchObject({
      forMonth: { created: 1, amended: 0, withdrawn: 0 },
      inMonth: { created: 2, amended: 1, withdrawn: 1 },
    });
    expect(await receiptOf('lapse')).toEqual({
      type: 'lapse',
      forMonth: { created: 0, amended: 0, withdrawn: 0 },
      inMonth: { created: 0, amended: 0, withdrawn: 0 },
      late: 0,
      nothingToSend: false,
    });
  });

  test('nothing to send is declared, taken back, and lifted by a record', async () => {
    const declare = (type: string, nothingToSend: boolean) =>
      call('PUT', '/v1/receipts/2026-10', { type, nothingToSend });
    expect(await declare('lapse', true)).toMatchObject({
      status: 200,
      body: { month: '2026-10', type: 'lapse', nothingToSend: true },
    });
    expect(await receiptOf('lapse')).toMatchObject({ nothingToSend: true, declaration: { client: {} } });
    expect(await receiptOf('lapse', '2026-09')).toMatchObject({ nothingToSend: false });
    expect(await declare('lapse', false)).toMatchObject({ status: 200, body: { nothingToSend: false } });
    expect(await receiptOf('lapse')).not.toHaveProperty('declaration');

    await declare('lapse', true);
    const lapse = {
      personRef: 'SU-R1',
      openedOn: '2026-10-20',
      source: 'worker',
      substance: 'alcohol',
      outcome: 'open',
    };
    await call('PUT', '/v1/lapses/R-L1', lapse);
    expect(await receiptOf('lapse')).toMatchObject({ nothingToSend: false, forMonth: { created: 1 } });
    expect(await declare('lapse', true)).toMatchObject({ status: 409, body: { code: 'records-exist' } });
  });

  test('what is no declaration, no month or a month to come is refused by its code', async () => {
    const put = (month: string, body: object) => call('PUT', `/v1/receipts/${month}`, body);
    expect(await put('2026-10', { type: 'invoice', nothingToSend: true })).toMatchObject({
      status: 422,
      body: { code: 'invalid-declaration', errors: [{ field: 'type', code: 'not-allowed' }] },
    });
    expect(await put('2026-13', { type: 'lapse', nothingToSend: true })).toMatchObject({
      status: 400,
      body: { code: 'invalid-month' },
    });
    expect(await put('2026-12', { type: 'lapse', nothingToSend: true })).toMatchObject({
      status: 400,
      body: { code: 'month-ahead' },
    });
    expect(await call('GET', '/v1/receipts')).toMatchObject({ status: 400, body: { code: 'invalid-month' } });
  });
});

describe('numbers far from usual', () => {
  const months = { '2026-07': 12, '2026-08': 12, '2026-09': 12, '2026-10': 3 };
  const tests = Array.from({ length: 8 }, (_, person) =>
    Object.entries(months).flatMap(([month, count]) =>
      Array.from({ length: count }, (_, i) => ({
        type: 'test',
        id: `V-T-${person}-${month}-${i}`,
        ...aSentTest(`SU-V${person}`, {
          collectedAt: `${month}-${String(i + 1).padStart(2, '0')}T09:00:00Z`,
        }),
      })),
    ),
  ).flat();
  const placements = Array.from({ length: 8 }, (_, person) => ({
    type: 'placement',
    id: `V-P-${person}`,
    ...aSentPlacement(`SU-V${person}`, {
      referredOn: '2026-06-29',
      startsOn: '2026-06-30',
      plannedEndOn: '2026-12-31',
    }),
  }));

  test('are told in receipts, in the run, and in the pack, which tells no number', async () => {
    expect(await call('POST', '/v1/batches', { records: [...placements, ...tests] })).toMatchObject({
      body: { counts: { created: 8 + 8 * 39 } },
    });
    expect(await receiptOf('test')).toMatchObject({ volume: { found: 'half', usual: 96 } });

    const run = await system.runMonth({ month: '2026-10' });
    const warning = { provider: 'janus-enterprise', type: 'test', found: 'half' };
    expect(run['warnings']).toEqual([{ commissioner: 'northshire', ...warning }]);
    const document = JSON.parse((await system.file('northshire', '2026-10', 'outcomes.json')).toString()) as {
      volumes: unknown;
    };
    expect(document.volumes).toEqual([warning]);
    const page = (await system.file('northshire', '2026-10', 'pack.html')).toString();
    expect(page).toContain('at most half the usual number of tests in October 2026.');
  });
});

describe('data quality', () => {
  test('lists each fault with its record, age, figures and what to do, and empties itself as corrections arrive', async () => {
    const placement = (more: object) => aSentPlacement('SU-Q1', { plannedEndOn: '2027-01-31', ...more });
    await call('PUT', '/v1/sessions/Q-S1', aSentSession('SU-Q1', { startsAt: '2026-10-01T10:00:00Z' }));
    const own = async () => (await findings()).filter(({ id }) => id.startsWith('Q-'));
    expect(await own()).toMatchObject([{ rule: 'no-placement', type: 'session', id: 'Q-S1', ageDays: 34 }]);

    await call('PUT', '/v1/placements/Q-P1', placement({ referredOn: '2026-09-20', startsOn: '2026-09-28' }));
    await call(
      'PUT',
      '/v1/tests/Q-T1',
      aSentTest('SU-Q1', {
        collectedAt: '2026-10-02T09:00:00Z',
        results: [{ substance: 'alcohol', result: 'positive' }],
      }),
    );
    const found = await own();
    expect(found.map(({ rule, id }) => [rule, id])).toEqual([
      ['silence', 'Q-P1'],
      ['positive-without-lapse', 'Q-T1'],
      ['review-overdue', 'Q-P1'],
    ]);
    expect(found[1]).toMatchObject({
      group: 'missing',
      personRef: 'SU-Q1',
      since: '2026-10-02',
      ageDays: 33,
      touches: ['lapse-recovery', 'lapse-intensity', 'referrals-on'],
      todo: expect.stringContaining('Send the lapse') as string,
    });

    const lapse = {
      personRef: 'SU-Q1',
      openedOn: '2026-10-02',
      source: 'test',
      substance: 'alcohol',
      outcome: 'open',
    };
    await call('PUT', '/v1/lapses/Q-L1', lapse);
    await call('PUT', '/v1/sessions/Q-S2', aSentSession('SU-Q1', { startsAt: '2026-10-20T10:00:00Z' }));
    await call('PUT', '/v1/reviews/Q-R1', {
      personRef: 'SU-Q1',
      stage: 'start',
      reviewedOn: '2026-10-03',
      daysUsed: { alcohol: 10 },
    });
    expect((await own()).map(({ rule, id }) => [rule, id])).toEqual([['lapse-without-outcome', 'Q-L1']]);
    await call('PUT', '/v1/lapses/Q-L1', { ...lapse, outcome: 'recovered', returnedOn: '2026-10-20' });
    expect(await own()).toEqual([]);
  });

  test('finds look-alikes and names the other', async () => {
    await call(
      'PUT',
      '/v1/placements/D-P1',
      aSentPlacement('SU-D1', {
        referredOn: '2026-10-01',
        startsOn: '2026-10-20',
        plannedEndOn: '2027-01-11',
      }),
    );
    await call('PUT', '/v1/sessions/D-1', aSentSession('SU-D1', { startsAt: '2026-10-21T10:00:00Z' }));
    await call('PUT', '/v1/sessions/D-2', aSentSession('SU-D1', { startsAt: '2026-10-21T11:00:00+01:00' }));
    const alike = (await findings()).filter(({ rule }) => rule === 'look-alike');
    expect(alike).toMatchObject([{ id: 'D-2', also: [{ type: 'session', id: 'D-1' }] }]);
    await call('DELETE', '/v1/sessions/D-2?reason=duplicate');
    expect((await findings()).filter(({ rule }) => rule === 'look-alike')).toEqual([]);
  });

  test('lists a record of September that arrives now as late, until the month is issued again', async () => {
    await call(
      'PUT',
      '/v1/placements/L-P1',
      aSentPlacement('SU-L1', {
        referredOn: '2026-09-02',
        startsOn: '2026-09-07',
        plannedEndOn: '2026-12-01',
      }),
    );
    const late = async () =>
      (await findings('2026-09')).filter(({ rule, id }) => rule === 'late' && id.startsWith('L-'));
    expect(await late()).toMatchObject([{ type: 'placement', id: 'L-P1', ageDays: 0 }]);
    expect((await findings('2026-10')).filter(({ rule }) => rule === 'late')).toEqual([]);
    expect(await receiptOf('placement', '2026-09')).toMatchObject({ late: 2 });

    expect(await system.runMonth({ month: '2026-09' })).toMatchObject({ state: 'succeeded' });
    expect(await late()).toEqual([]);
    await call(
      'PUT',
      '/v1/placements/L-P1',
      aSentPlacement('SU-L1', {
        referredOn: '2026-09-02',
        startsOn: '2026-09-07',
        plannedEndOn: '2026-12-01',
        sex: 'male',
      }),
    );
    expect(await late()).toMatchObject([{ id: 'L-P1' }]);
  });

  test('is a workbook for whoever asks for one, with a sheet for each kind of fault', async () => {
    const client = system.clients.find(({ scopes }) => scopes.some((own) => own === 'records/read'));
    const token = (await (
      await fetch(system.tokenUrl, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${client!.id}:${client!.secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
    ).json()) as { access_token: string };
    const answer = await fetch(`${system.baseUrl}/v1/data-quality?month=2026-10&format=xlsx`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="data-quality-2026-10.xlsx"',
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Counts',
      'Missing',
      'Contradictory',
      'Late',
      'Look_alike',
    ]);
    expect(await call('GET', '/v1/data-quality?month=2026-10&format=pdf')).toMatchObject({
      status: 400,
      body: { code: 'invalid-format' },
    });
  });

  test('is told to a provider of its own alone', async () => {
    await system.operator('PUT', '/v1/providers/other', { name: 'Other' });
    const other = await system.clientOf('other-q', { provider: 'other', scopes: ['records/read'] });
    expect((await other('GET', '/v1/data-quality?month=2026-10')).body).toMatchObject({ findings: [] });
    const wide = await system.clientOf('wide-q', { commissioner: 'northshire', scopes: ['records/read'] });
    for (const path of ['/v1/data-quality?month=2026-10', '/v1/receipts?month=2026-10'])
      expect((await wide('GET', path)).status).toBe(404);
  });
});
