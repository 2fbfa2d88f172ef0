import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { claimRevision, issuePack } from '../../shared/store/packs.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import { readVersions } from '../../shared/store/read-versions.ts';
import { putEntry } from '../../shared/store/registries.ts';
import type { Sent } from '../../shared/submission/check-records.ts';
import { affectedPacks } from '../../shared/submission/late/affected-packs.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdraw } from '../../shared/submission/withdraw.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { aTable } from '../support/table.ts';
import { testTagOf } from '../support/tags.ts';

/** A provider with one person since January 2026, and packs of Northshire that were issued of February and March. */

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let number = 0;
let provider = '';
let commissioner = '';
let clock = Date.parse('2026-04-20T09:00:00Z');
const now = () => new Date((clock += 1));

const issue = async (month: string, fingerprint: string, isIssued = true) => {
  const at = new Date(clock).toISOString();
  const claim = { commissioner, month, run: fingerprint, asAt: at, fingerprint, claimedAt: at, records: 0 };
  const pack = await claimRevision(table, claim);
  if (isIssued) await issuePack(table, pack, { issuedAt: at, manifestSha256: 'none' });
};

const submit = async (sent: readonly Sent[], mode: 'commit' | 'validate' = 'commit') => {
  const results = await submitRecords(
    {
      table,
      isCommissioner: () => Promise.resolve(true),
      erasures: erasureGuard(table, testTagOf, provider),
      change: { provider, client: 'c', now },
      mode,
    },
    sent,
  );
  const accepted = results.flatMap((result) => (result.outcome === 'rejected' ? [] : [result]));
  expect(accepted).toHaveLength(sent.length);
  return { late: accepted.map(({ late }) => late !== undefined), packs: await packsOf(accepted) };
};
const packsOf = async (accepted: Parameters<typeof affectedPacks>[2]) =>
  (await affectedPacks(table, provider, accepted)).map(
    ({ month, revision, records }) => `${month} r${revision}: ${records}`,
  );

const placement = (more: object = {}): Sent => ({
  type: 'placement',
  id: 'P-1',
  value: aSentPlacement('SU-1', { commissioner, ...more }),
});
const session = (id: string, day: string, more: object = {}): Sent => ({
  type: 'session',
  id,
  value: aSentSession('SU-1', { startsAt: `${day}T10:00:00Z`, ...more }),
});

beforeEach(async () => {
  number += 1;
  provider = `p${number}`;
  commissioner = `c${number}`;
  await putEntry(table, 'commissioners', commissioner, { name: 'Northshire' }, now());
  await submit([placement(), session('S-0', '2026-01-05')]);
  await issue('2026-02', 'a');
  await issue('2026-02', 'b');
  await issue('2026-03', 'c');
  await issue('2026-04', 'd', false);
});

test('a record of a month that was issued is late, and names the newest revisions whose figures it moves', async () => {
  expect(await submit([session('S-1', '2026-02-10')])).toEqual({
    late: [true],
    // March sees the session, too: of a journey's twelve months, whether family came and how many workers.
    packs: ['2026-02 r2: 1', '2026-03 r1: 1'],
  });
  expect((await readRecord(table, provider, 'session', 'S-1'))?.late).toBe(true);
});

test('a record of a month that was not issued yet is not late', async () => {
  expect(await submit([session('S-1', '2026-04-10')])).toEqual({ late: [false], packs: [] });
  expect(await readRecord(table, provider, 'session', 'S-1')).not.toHaveProperty('late');
});

test('unchanged is never late', async () => {
  await submit([session('S-1', '2026-02-10')]);
  expect(await submit([session('S-1', '2026-02-10')])).toEqual({ late: [false], packs: [] });
});

test('moved from an issued month into an open one, it touches the packs of the old date', async () => {
  await submit([session('S-1', '2026-02-10')]);
  expect(await submit([session('S-1', '2026-04-10')])).toEqual({
    late: [true],
    packs: ['2026-02 r2: 1', '2026-03 r1: 1'],
  });
});

test('moved from a month to the one before, it touches both', async () => {
  await submit([session('S-1', '2026-03-10')]);
  expect((await submit([session('S-1', '2026-02-10')])).packs).toEqual(['2026-02 r2: 1', '2026-03 r1: 1']);
  expect(await submit([session('S-2', '2026-03-11')])).toEqual({ late: [true], packs: ['2026-03 r1: 1'] });
});

test('an end that was known too late is late, one of an open month is not', async () => {
  expect(await submit([placement({ endedOn: '2026-04-10', endReason: 'left' })])).toEqual({
    late: [false],
    packs: [],
  });
  expect(await submit([placement({ endedOn: '2026-03-10', endReason: 'left' })])).toEqual({
    late: [true],
    packs: ['2026-03 r1: 1'],
  });
});

test('a change on time after a late one is not marked any more, and the history keeps which was', async () => {
  await submit([placement({ endedOn: '2026-03-10', endReason: 'left' })]);
  await submit([placement({ endedOn: '2026-03-10', endReason: 'left', referrer: 'team-1' })]);
  const open = {
    type: 'session',
    id: 'S-9',
    value: aSentSession('SU-1', { startsAt: '2026-02-02T10:00:00Z' }),
  };
  await submit([open]);
  await submit([{ ...open, value: aSentSession('SU-1', { startsAt: '2026-04-02T10:00:00Z' }) }]);
  await submit([{ ...open, value: aSentSession('SU-1', { startsAt: '2026-04-03T10:00:00Z' }) }]);
  const versions = await readVersions(table, provider, 'session', 'S-9');
  expect(versions.map(({ late }) => late)).toEqual([true, true, undefined]);
});

test('withdrawing what was counted is late; withdrawing again, or of an open month, is not', async () => {
  await submit([session('S-1', '2026-02-10'), session('S-2', '2026-04-10')]);
  const remove = async (id: string) => {
    const erasures = erasureGuard(table, testTagOf, provider);
    const withdrawal = { type: 'session', id, reason: 'entered-in-error' } as const;
    const result = await withdraw({ table, erasures, change: { provider, client: 'c', now } }, withdrawal);
    if (result === 'absent') throw new Error('absent');
    return { late: result.late !== undefined, packs: await packsOf([result]) };
  };
  expect(await remove('S-1')).toEqual({ late: true, packs: ['2026-02 r2: 1', '2026-03 r1: 1'] });
  expect(await remove('S-1')).toEqual({ late: false, packs: [] });
  expect(await remove('S-2')).toEqual({ late: false, packs: [] });
  expect((await readRecord(table, provider, 'session', 'S-1'))?.late).toBe(true);
  expect(await readRecord(table, provider, 'session', 'S-2')).not.toHaveProperty('late');
});

test('several records are told together, each counted in the packs it reaches', async () => {
  expect(
    await submit([session('S-1', '2026-02-10'), session('S-2', '2026-03-10'), session('S-3', '2026-04-10')]),
  ).toEqual({ late: [true, true, false], packs: ['2026-02 r2: 1', '2026-03 r1: 2'] });
});

test('of one id sent twice the one record counts', async () => {
  const { packs } = await submit([
    session('S-1', '2026-02-10'),
    session('S-1', '2026-02-11', { attendance: 'did-not-attend' }),
  ]);
  // Nobody attended in the end, which moves the month of the session alone.
  expect(packs).toEqual(['2026-02 r2: 1']);
});

test('of more than a hundred people at once the months are named, and no measures', async () => {
  const people = Array.from({ length: 101 }, (_, i) => `SU-${i + 2}`);
  const sent = people.flatMap((personRef, i) => [
    { type: 'placement', id: `P-${personRef}`, value: aSentPlacement(personRef, { commissioner }) },
    ...(i === 0 ? [session('S-1', '2026-04-10')] : []),
  ]);
  expect((await submit(sent)).packs).toEqual(['2026-02 r2: 101', '2026-03 r1: 101']);
});

test('a rehearsal says the same and marks nothing', async () => {
  expect(await submit([session('S-1', '2026-02-10')], 'validate')).toEqual({
    late: [true],
    packs: ['2026-02 r2: 1', '2026-03 r1: 1'],
  });
  expect(await readRecord(table, provider, 'session', 'S-1')).toBeUndefined();
});

test('what names no service user touches the packs of its commissioner', async () => {
  const carers = {
    type: 'session',
    id: 'C-1',
    value: {
      ...{ commissioner, kind: 'carer-group', startsAt: '2026-02-10T18:00:00Z', attendance: 'family-only' },
      ...{ workers: ['W-1'], family: [{ ref: 'F-1', relationship: 'parent' }] },
    },
  };
  const { late, packs } = await submit([carers]);
  expect([late, packs[0]]).toEqual([[true], '2026-02 r2: 1']);
});

test("a worker's reflection touches its month at the commissioners whom their provider serves, and no other", async () => {
  const other = `other-${number}`;
  await putEntry(table, 'commissioners', other, { name: 'Elsewhere' }, now());
  const reflection = { type: 'reflection', id: 'R-1', value: aReflected('2026-02-10') };
  expect(await submit([reflection])).toEqual({ late: [true], packs: ['2026-02 r2: 1'] });
  expect(await submit([{ ...reflection, id: 'R-2', value: aReflected('2026-04-10') }])).toEqual({
    late: [false],
    packs: [],
  });
});

function aReflected(reflectedOn: string) {
  const scores = { culture: 3, stance: 3, clientWork: 3, boundaries: 3, mythology: 3, selfReflection: 3 };
  return { workerRef: 'W-1', reflectedOn, ...scores };
}
