import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler as readAuditHandler } from '../../functions/read-audit/handler.ts';
import { type Caller, toContext } from '../../shared/platform/caller.ts';
import {
  anonymiseAccess,
  type AuditEntry,
  readAccesses,
  readAudit,
  writeAudit,
} from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { readIssuedReports } from '../../shared/store/issued-reports.ts';
import { anHttpEvent } from '../support/http-event.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let written = 0;

/** Keeps that a report on a placement of SU-1 was issued. */
const issue = (at: string, more: Partial<Extract<AuditEntry, { action: 'report-issued' }>> = {}) => {
  written += 1;
  const entry = { id: `a-${written}`, at, provider: 'janus', personRef: 'SU-1', placement: 'P-1', ...more };
  return writeAudit(table, { ...entry, action: 'report-issued', clientId: 'c', sub: 's' });
};

const read = async (from: string, to: string, provider = 'janus') =>
  Object.fromEntries(
    [...(await readIssuedReports(table, { provider, from, to }))].map(([personRef, reports]) => [
      personRef,
      reports.map(({ at, placement }) => `${placement} ${at}`),
    ]),
  );

test('the reports of a provider between two instants, both included, over years, by person', async () => {
  await issue('2025-11-30T23:59:59.999Z');
  await issue('2025-12-01T00:00:00.000Z');
  await issue('2026-01-02T10:00:00.000Z', { personRef: 'SU-2', placement: 'P-2' });
  await issue('2026-02-03T10:00:00.000Z', { placement: 'P-3' });
  await issue('2026-02-03T10:00:00.001Z');
  await issue('2026-01-02T10:00:00.000Z', { provider: 'other', placement: 'P-9' });
  await writeAudit(table, {
    ...{ id: 'b', at: '2026-01-03T10:00:00.000Z', action: 'subject-access', format: 'json' },
    ...{ provider: 'janus', personRef: 'SU-1' },
  });
  expect(await read('2025-12-01T00:00:00.000Z', '2026-02-03T10:00:00.000Z')).toEqual({
    'SU-1': ['P-1 2025-12-01T00:00:00.000Z', 'P-3 2026-02-03T10:00:00.000Z'],
    'SU-2': ['P-2 2026-01-02T10:00:00.000Z'],
  });
  expect(await read('2025-12-01T00:00:00.000Z', '2026-12-31T10:00:00.000Z', 'other')).toEqual({
    'SU-1': ['P-9 2026-01-02T10:00:00.000Z'],
  });
  expect(await read('2026-03-01T00:00:00.000Z', '2026-02-01T10:00:00.000Z')).toEqual({});
});

test('an issue is kept with what is held on the person, and keeps no reference once they are erased', async () => {
  await issue('2026-04-01T10:00:00.000Z', { personRef: 'SU-4', placement: 'P-zebra' });
  const accesses = await readAccesses(table, 'janus', 'SU-4');
  expect(accesses).toMatchObject([{ action: 'report-issued', placement: 'P-zebra' }]);
  for (const access of accesses) await anonymiseAccess(table, access, 'tag-4');
  expect(await readAccesses(table, 'janus', 'SU-4')).toEqual([]);
  const { entries } = await readAudit(table, '2026-04', {});
  expect(entries).toEqual([
    {
      ...{ id: expect.any(String) as string, at: '2026-04-01T10:00:00.000Z', action: 'report-issued' },
      ...{ provider: 'janus', erasure: 'tag-4', clientId: 'c', sub: 's' },
    },
  ]);
  expect(await read('2026-04-01T00:00:00.000Z', '2026-04-30T00:00:00.000Z')).toEqual({});
});

test('the provider is told of which placement a report was, the operator is not', async () => {
  await issue('2026-06-01T10:00:00.000Z', { personRef: 'SU-6', placement: 'P-6' });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const now = () => new Date('2026-06-02T10:00:00Z');
  const handler = readAuditHandler({ TABLE_NAME: table.name }, { table: table.client, log, now });
  const told = async (binding: Caller['binding'], scopes: Caller['scopes']) => {
    const caller = toContext({ clientId: 'c', sub: 's', scopes, binding, isPerson: false });
    const { body } = await handler(anHttpEvent({ routeKey: 'GET /v1/audit', caller }), {
      awsRequestId: 'r',
    } as never);
    return String(body);
  };
  const provider = await told({ provider: 'janus' }, ['records/read']);
  expect(provider).toContain('"placement":"P-6"');
  const operator = await told({ operator: true }, ['admin/all']);
  expect(operator).toContain('report-issued');
  expect(operator).not.toMatch(/P-6|SU-6/);
});
