import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Table } from '../../shared/store/dynamo.ts';
import { claimRevision, issuePack, readPack, readPacks } from '../../shared/store/packs.ts';
import { claimScheduledRun } from '../../shared/store/runs.ts';
import { aTable } from '../support/table.ts';

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

const claim = (run: string, month = '2026-10', fingerprint = 'f') => ({
  commissioner: 'northshire',
  month,
  run,
  asAt: '2026-11-05T06:00:00.000Z',
  fingerprint,
  records: 1,
  claimedAt: '2026-11-05T06:00:00.000Z',
});
const issue = { issuedAt: '2026-11-05T06:01:00.000Z', manifestSha256: 'a' };

test('the same input finds its claim again, whichever run asks; another input gets the next number', async () => {
  expect((await claimRevision(table, claim('run-1'))).revision).toBe(1);
  expect(await claimRevision(table, claim('run-2'))).toMatchObject({ revision: 1, run: 'run-1' });
  expect((await claimRevision(table, claim('run-2', '2026-10', 'g'))).revision).toBe(2);
  expect((await claimRevision(table, claim('run-3'))).revision).toBe(3);
});

test('a number whose files are there already is skipped, unless it is claimed for this input', async () => {
  expect((await claimRevision(table, claim('run-1', '2026-06'), 2)).revision).toBe(3);
  expect((await claimRevision(table, claim('run-2', '2026-06'), 3)).revision).toBe(3);
  expect((await claimRevision(table, claim('run-2', '2026-06', 'g'), 3)).revision).toBe(4);
});

test('runs that claim the same input at once share one number, different inputs never do', async () => {
  const runs = ['a', 'b', 'c', 'd', 'e'];
  const same = await Promise.all(runs.map((run) => claimRevision(table, claim(run, '2026-09'))));
  expect(same.map(({ revision, run }) => [revision, run])).toEqual(runs.map(() => [1, same[0]?.run]));
  const different = await Promise.all(runs.map((run) => claimRevision(table, claim(run, '2026-07', run))));
  expect(different.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5]);
});

test('an issue is written once and never changes', async () => {
  const pack = await claimRevision(table, claim('run-3', '2026-08'));
  await issuePack(table, pack, issue);
  const issued = await readPack(table, 'northshire', '2026-08', 1);
  expect(issued).toMatchObject(issue);
  await issuePack(table, issued!, { issuedAt: '2027-01-01T00:00:00.000Z', manifestSha256: 'b' });
  expect(await readPack(table, 'northshire', '2026-08', 1)).toMatchObject(issue);
});

test('a month of packs does not hold the months beside it', async () => {
  await claimRevision(table, claim('run-4', '2025-01'));
  await claimRevision(table, claim('run-4', '2025-02'));
  expect((await readPacks(table, 'northshire', '2025-01')).map(({ month }) => month)).toEqual(['2025-01']);
});

test('a month is scheduled once, however often it fires', async () => {
  expect(await claimScheduledRun(table, '2026-10', 'x')).toBe(true);
  expect(await claimScheduledRun(table, '2026-10', 'y')).toBe(false);
  expect(await claimScheduledRun(table, '2026-10', 'x')).toBe(true);
});
