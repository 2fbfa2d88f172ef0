import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readRecord } from '../../shared/intake/read-record.ts';
import type { Alert, Alerts } from '../../shared/platform/world.ts';
import { readAwaited } from '../../shared/referrers/read-awaited.ts';
import { tellReferrer } from '../../shared/referrers/tell-referrer.ts';
import { writeAudit } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { putRecord } from '../../shared/store/put-record.ts';
import { readToldReports } from '../../shared/store/told-reports.ts';
import { pausedBefore } from '../support/interrupt.ts';
import { aSentPlacement } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let out: Alert[];
let alerts: Alerts;
beforeEach(() => {
  out = [];
  alerts = { publish: (_, alert) => Promise.resolve(void out.push(alert)) };
});

const put = async (type: string, id: string, value: object, provider = 'janus') => {
  const { record } = readRecord(type, id, value);
  if (record === undefined) throw new Error('no record');
  await putRecord(table, record, { provider, client: 'c', now: () => new Date('2026-03-26T09:00:00Z') });
};

const place = (personRef: string, referrer: string, more: object = {}, provider?: string) => {
  const value = aSentPlacement(personRef, { referrer, reportAgreement: 'agreed', ...more });
  return put('placement', `P-${personRef}`, value, provider);
};
const review = (personRef: string, reviewedOn: string) =>
  put('review', `R-${personRef}-${reviewedOn}`, { personRef, stage: 'review', reviewedOn, daysUsed: {} });
const issue = (personRef: string, at: string) =>
  writeAudit(table, {
    ...{ id: `a-${personRef}`, at, action: 'report-issued', provider: 'janus', personRef },
    placement: `P-${personRef}`,
  });

const telling = (of = table) => ({ table: of, alerts, topic: 'topic', tagOf: testTagOf });
const tell = async (referrer: string, today: string, of = table) => {
  const awaited = await readAwaited(of, { referrer }, today);
  return tellReferrer(telling(of), { id: referrer, name: 'Team' }, awaited, today);
};

const ended = { endedOn: '2026-03-25', endReason: 'completed' };

test('each review and end is told once, on the night after it is known', async () => {
  await place('SU-1', 'team-1');
  await place('SU-2', 'team-1', ended);
  await review('SU-1', '2026-03-02');
  expect(await tell('team-1', '2026-03-26')).toBe(2);
  expect(await tell('team-1', '2026-03-27')).toBe(0);
  await review('SU-1', '2026-03-30');
  expect(await tell('team-1', '2026-03-31')).toBe(1);
  expect(out.map(({ text }) => text)).toEqual([
    '2 written reports have become due for Team. Which, and until when, is listed by GET /v1/referrer-reports/due.',
    'A written report has become due for Team. Which, and until when, is listed by GET /v1/referrer-reports/due.',
  ]);
});

test('nothing of a person is told, and nothing readable of them is kept', async () => {
  await place('SU-zebra-1', 'team-2', ended);
  await tell('team-2', '2026-03-26');
  expect(out).toEqual([
    {
      ...{ crossing: 'report-due', referrer: 'team-2', reports: 1, on: '2026-03-26' },
      text: expect.any(String) as string,
    },
  ]);
  const kept = await readToldReports(table, 'team-2');
  expect(kept.awaited).toEqual([expect.stringMatching(/^[a-p]{32}$/)]);
  expect(JSON.stringify([out, kept])).not.toMatch(/zebra|janus|2026-03-25/);
});

test('what was issued is not awaited any more, and its tag is forgotten', async () => {
  await place('SU-3', 'team-3', ended);
  await tell('team-3', '2026-03-26');
  await issue('SU-3', '2026-03-27T10:00:00.000Z');
  expect(await readAwaited(table, { referrer: 'team-3' }, '2026-03-27')).toEqual([]);
  expect(await tell('team-3', '2026-03-27')).toBe(0);
  expect(await readToldReports(table, 'team-3')).toMatchObject({ awaited: [], untold: [] });
});

test('a referrer awaits reports on their own placements alone, a provider’s list is of its own people', async () => {
  await place('SU-4', 'team-4', ended);
  await place('SU-5', 'team-5', ended);
  await place('SU-4', 'team-4', ended, 'other');
  await place('SU-6', 'team-4', { ...ended, reportAgreement: 'refused' });
  const of = async (provider?: string) =>
    (await readAwaited(table, { referrer: 'team-4', provider }, '2026-03-26')).map(
      (report) => `${report.provider} ${report.personRef} ${report.dueBy}`,
    );
  // Ten working days after Wednesday 25 March 2026, over Easter.
  expect(await of()).toEqual(['janus SU-4 2026-04-10', 'other SU-4 2026-04-10']);
  expect(await of('other')).toEqual(['other SU-4 2026-04-10']);
});

test.each([
  [5, 'before what was told is read'],
  [6, 'before what is to be told is written down'],
])('of two at once one tells: the other comes in before call %i, %s', async (call) => {
  const [personRef, team] = [`SU-7${call}`, `team-7${call}`];
  await place(personRef, team, ended);
  const other = () => tell(team, '2026-03-26');
  await tell(
    team,
    '2026-03-26',
    pausedBefore(table, call, async () => {
      await other();
    }).table,
  );
  expect(out).toHaveLength(1);
});

test('what could not be sent is sent the next night', async () => {
  await place('SU-8', 'team-8', ended);
  const { publish } = alerts;
  alerts = { publish: () => Promise.reject(new Error('no such topic')) };
  await expect(tell('team-8', '2026-03-26')).rejects.toThrow('no such topic');
  alerts = { publish };
  expect(await tell('team-8', '2026-03-27')).toBe(1);
  expect(await tell('team-8', '2026-03-28')).toBe(0);
});
