import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/watch-progress/handler.ts';
import { claimRevision, issuePack } from '../../shared/store/packs.ts';
import { putItem } from '../../shared/store/dynamo.ts';
import { changeRelease } from '../../shared/store/releases.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { recordsByChange } from '../../shared/store/table.ts';
import { aTable } from '../support/table.ts';

let stage: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  stage = await aTable();
});
afterAll(() => stage.close());

/** What is watched at an instant, what was counted of it, and what the log warns of. */
async function watchedAt(instant: string) {
  const counted: Record<string, number> = {};
  const warned: unknown[] = [];
  const handler = createHandler(
    { TABLE_NAME: stage.table.name, DAYS_UNTIL_LATE: 1, DAYS_UNTIL_RELEASED: 5 },
    {
      table: stage.table.client,
      now: () => new Date(instant),
      meter: { count: (name, value) => (counted[name] = value) },
      log: {
        info: () => undefined,
        warn: (message, fields) => warned.push({ message, ...fields }),
        error: () => undefined,
      },
    },
  );
  return { report: await handler({ trigger: 'schedule' }), counted, warned };
}

const registered = (registry: string, id: string) =>
  putEntry(stage.table, registry, id, { name: id }, new Date('2026-01-01T00:00:00Z'));

const arrived = (provider: string, instant: string) =>
  putItem(stage.table, {
    PK: `PERSON#${provider}#SU-1`,
    SK: 'session#S-1',
    ...recordsByChange(provider, instant, 'session', 'S-1'),
  });

async function issued(commissioner: string, month: string, issuedAt: string, fingerprint = 'f') {
  const claim = {
    commissioner,
    month,
    run: 'r',
    asAt: issuedAt,
    fingerprint,
    records: 1,
    claimedAt: issuedAt,
  };
  const pack = await claimRevision(stage.table, claim);
  await issuePack(stage.table, pack, { issuedAt, manifestSha256: 'a' });
  return pack.revision;
}

const released = (commissioner: string, month: string, revision: number) =>
  changeRelease(stage.table, { commissioner, month, revision, manifestSha256: 'a' }, () => ({
    released: { id: 'x', at: '2026-11-10T09:00:00.000Z', sub: 's', clientId: 'c' },
  }));

test('an empty system has nothing to miss', async () => {
  expect((await watchedAt('2026-11-30T09:20:00Z')).counted).toEqual({
    WorkingDaysWithoutRecords: 0,
    PacksLate: 0,
    PacksAwaitingRelease: 0,
  });
});

test('working days without a record are whole ones, counted from the newest record of anybody', async () => {
  await Promise.all([registered('providers', 'janus'), registered('providers', 'other')]);
  await arrived('janus', '2026-11-20T16:00:00.000Z');
  await arrived('other', '2026-11-02T16:00:00.000Z');
  // 20 November 2026 is a Friday: Monday is not over, then Monday to Friday are.
  expect((await watchedAt('2026-11-23T09:20:00Z')).report.workingDaysWithoutRecords).toBe(0);
  expect((await watchedAt('2026-11-24T09:20:00Z')).report.workingDaysWithoutRecords).toBe(1);
  expect((await watchedAt('2026-11-30T09:20:00Z')).report.workingDaysWithoutRecords).toBe(5);
});

test('a pack is late from the sixth working day on, where grace is one day, and the log names who waits', async () => {
  await Promise.all([registered('commissioners', 'northshire'), registered('commissioners', 'southby')]);
  await issued('northshire', '2026-10', '2026-11-05T06:05:00.000Z');
  // November 2026 begins on a Sunday: the fourth working day is Thursday 5th, the fifth Friday 6th.
  expect((await watchedAt('2026-11-06T23:20:00Z')).report.packsLate).toBe(0);
  expect((await watchedAt('2026-11-08T09:20:00Z')).report.packsLate).toBe(0);
  const { report, warned } = await watchedAt('2026-11-09T09:20:00Z');
  expect(report.packsLate).toBe(1);
  expect(warned).toContainEqual({ message: 'packs late', commissioners: 'southby' });
});

test('a revision that was claimed and never issued is no pack', async () => {
  const asAt = '2026-11-05T06:00:00.000Z';
  const claim = { commissioner: 'southby', month: '2026-10', run: 'r', asAt, fingerprint: 'f', records: 1 };
  await claimRevision(stage.table, { ...claim, claimedAt: asAt });
  expect((await watchedAt('2026-11-09T09:20:00Z')).report.packsLate).toBe(1);
});

test('a pack awaits release when five whole working days have passed since its issue', async () => {
  // Issued on Thursday 5th: Friday, and Monday 9th to Thursday 12th.
  expect((await watchedAt('2026-11-12T09:20:00Z')).report.packsAwaitingRelease).toBe(0);
  const { report, warned } = await watchedAt('2026-11-13T09:20:00Z');
  expect(report.packsAwaitingRelease).toBe(1);
  const waiting = { commissioner: 'northshire', month: '2026-10', revision: 1 };
  expect(warned).toContainEqual({ message: 'pack awaits release', ...waiting });
});

test('the newest revision alone counts: a later issue begins again, and its release ends it', async () => {
  const revision = await issued('northshire', '2026-10', '2026-11-12T10:00:00.000Z', 'g');
  expect((await watchedAt('2026-11-13T09:20:00Z')).report.packsAwaitingRelease).toBe(0);
  expect((await watchedAt('2026-11-20T09:20:00Z')).report.packsAwaitingRelease).toBe(1);
  await released('northshire', '2026-10', revision);
  expect((await watchedAt('2026-11-20T09:20:00Z')).report.packsAwaitingRelease).toBe(0);
});

test('what nobody released in 92 days is not asked for any more', async () => {
  await issued('southby', '2026-06', '2026-07-06T06:05:00.000Z');
  expect((await watchedAt('2026-10-06T09:20:00Z')).report.packsAwaitingRelease).toBe(1);
  expect((await watchedAt('2026-10-07T09:20:00Z')).report.packsAwaitingRelease).toBe(0);
});
