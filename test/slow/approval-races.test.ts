import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuePack, readPack } from '../../shared/store/packs.ts';
import { readRelease, standing } from '../../shared/store/releases.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { aQuietDocument, issueInto } from '../support/an-issued-pack.ts';
import { anApproval, type Approval } from '../support/approvals.ts';
import { crashingBefore, pausedBefore } from '../support/interrupt.ts';

/**
 * Approval, its withdrawal, release and a new revision against each other: each is held up before each of its calls to
 * the table while another is carried out from beginning to end, and each crashes there.
 */

let scene: Approval;
let commissioners = 0;
beforeAll(async () => (scene = await anApproval()));
afterAll(() => scene.close());

/** A pack of a commissioner of its own, and what people do with it. */
async function aPack(approvedBy: readonly string[] = []) {
  const commissioner = `c-${(commissioners += 1)}`;
  await scene.register(commissioner, ['head@example.org']);
  const named = await issueInto(scene.table, scene.files, aQuietDocument({ commissioner }));
  const { revision, manifestSha256 } = named;
  const body = { revision, manifestSha256 };
  const pack = {
    commissioner,
    named,
    approve: (sub: string, of?: Table) => scene.ask({ sub }, of)('POST approvals', named, { body }),
    withdraw: (sub: string, of?: Table) =>
      scene.ask({ sub }, of)('DELETE approvals', named, { query: { revision: '1' } }),
    release: (sub: string, of?: Table) => scene.ask({ sub }, of)('POST release', named, { body }),
    issueNext: () => issueInto(scene.table, scene.files, aQuietDocument({ commissioner, revision: 2 })),
    state: async () => {
      const release = await readRelease(scene.table, named);
      return {
        approvals: standing(release)
          .map(({ sub }) => sub)
          .sort(),
        released: release.released,
      };
    },
    /** The ids of what was done, as it is kept now. */
    done: async () => {
      const { approvals, released } = await readRelease(scene.table, named);
      return {
        approvals: approvals.map(({ id }) => id),
        withdrawn: approvals.flatMap(({ withdrawn }) => (withdrawn === undefined ? [] : [withdrawn.id])),
        released,
      };
    },
    timesAudited: async (id: string) =>
      (await scene.entries(commissioner)).filter((entry) => entry.id === id).length,
    /** How often the audit has each deed. */
    deeds: async () => {
      const deeds = (await scene.audited(commissioner)).map(([action = '']) => action);
      return Object.fromEntries(
        ['pack-approved', 'approval-withdrawn', 'pack-released'].map((deed) => [
          deed,
          deeds.filter((one) => one === deed).length,
        ]),
      );
    },
  };
  for (const sub of approvedBy) expect((await pack.approve(sub)).status).toBe(201);
  return pack;
}

type Pack = Awaited<ReturnType<typeof aPack>>;
type Act = (pack: Pack, of?: Table) => Promise<unknown>;

/** Every call that an act makes when nothing comes between, by its number. */
async function everyCall(act: Act, approvedBy: readonly string[]) {
  const pack = await aPack(approvedBy);
  const watched = pausedBefore(scene.table, 0, () => Promise.resolve());
  await act(pack, watched.table);
  expect(watched.calls()).toBeGreaterThan(3);
  return Array.from({ length: watched.calls() }, (_, i) => i + 1);
}

const release: Act = (pack, of) => pack.release('a', of);
const approvalOf =
  (sub: string): Act =>
  (pack, of) =>
    pack.approve(sub, of);
const withdrawalOf =
  (sub: string): Act =>
  (pack, of) =>
    pack.withdraw(sub, of);
const thenReleased: Act = async (pack) => {
  await pack.approve('b');
  return pack.release('b');
};

describe('held up before each of its calls while the other is carried out in full', () => {
  test('of two who approve at the same instant both count', async () => {
    for (const at of await everyCall((pack, of) => pack.approve('a', of), [])) {
      const pack = await aPack();
      const one = await pack.approve('a', pausedBefore(scene.table, at, () => pack.approve('b')).table);
      expect([at, one.status, (await pack.state()).approvals]).toEqual([at, 201, ['a', 'b']]);
      expect(await pack.deeds()).toMatchObject({ 'pack-approved': 2 });
    }
  });

  test('one person who approves twice at the same instant has one approval', async () => {
    for (const at of await everyCall((pack, of) => pack.approve('a', of), [])) {
      const pack = await aPack();
      await pack.approve('a', pausedBefore(scene.table, at, () => pack.approve('a')).table);
      expect([at, (await pack.state()).approvals, await pack.deeds()]).toMatchObject([
        ...[at, ['a']],
        { 'pack-approved': 1 },
      ]);
    }
  });

  test('a release and a withdrawal: released with two approvals, or not at all', async () => {
    const seen = new Set<boolean>();
    for (const at of await everyCall(release, ['a', 'b'])) {
      const pack = await aPack(['a', 'b']);
      await pack.release('a', pausedBefore(scene.table, at, () => pack.withdraw('b')).table);
      const { approvals, released } = await pack.state();
      expect([at, approvals.length]).toEqual([at, released === undefined ? 1 : 2]);
      seen.add(released !== undefined);
      expect((await pack.deeds())['pack-released']).toBe(released === undefined ? 0 : 1);
    }
    expect([...seen].sort()).toEqual([false, true]);
  });

  test('a withdrawal and a release, the other way round', async () => {
    for (const at of await everyCall((pack, of) => pack.withdraw('b', of), ['a', 'b'])) {
      const pack = await aPack(['a', 'b']);
      await pack.withdraw('b', pausedBefore(scene.table, at, () => pack.release('a')).table);
      const { approvals, released } = await pack.state();
      expect([at, approvals.length]).toEqual([at, released === undefined ? 1 : 2]);
    }
  });

  test('two who release: once, at one instant, and once in the audit', async () => {
    for (const at of await everyCall(release, ['a', 'b'])) {
      const pack = await aPack(['a', 'b']);
      scene.begin();
      let other: unknown;
      const mine = await pack.release(
        'a',
        pausedBefore(scene.table, at, async () => void (other = (await pack.release('b')).body['releasedAt']))
          .table,
      );
      expect([at, mine.status, mine.body['releasedAt']]).toEqual([at, 200, other]);
      expect([at, scene.sent.length]).toEqual([at, 1]);
      expect(await pack.deeds()).toMatchObject({ 'pack-released': 1 });
    }
  });

  test('an approval and a new revision: it counts for the old one alone, which is not released any more', async () => {
    for (const at of await everyCall((pack, of) => pack.approve('b', of), ['a'])) {
      const pack = await aPack(['a']);
      await pack.approve('b', pausedBefore(scene.table, at, pack.issueNext).table);
      const next = await pack.issueNext();
      expect((await readRelease(scene.table, next)).approvals).toEqual([]);
      expect([at, (await pack.release('a')).body['code']]).toEqual([at, 'not-latest']);
    }
  });

  test('whoever issues a revision late, again, takes no approval and no release away', async () => {
    const pack = await aPack(['a', 'b']);
    const { commissioner, month, revision, manifestSha256 } = pack.named;
    const issued = await readPack(scene.table, commissioner, month, revision);
    await pack.release('a');
    const { issuedAt: _, manifestSha256: __, ...claimed } = issued!;
    await issuePack(scene.table, claimed, { issuedAt: '2026-11-05T06:02:00.000Z', manifestSha256 });
    expect((await pack.state()).released).toBeDefined();
    expect((await pack.approve('c')).body['code']).toBe('already-released');
  });
});

describe('cut off before each of its calls, and done again', () => {
  test('an approval counts once and is in the audit once', async () => {
    for (const at of await everyCall((pack, of) => pack.approve('a', of), [])) {
      const pack = await aPack();
      await pack.approve('a', crashingBefore(scene.table, at).table);
      await pack.approve('a');
      expect([at, (await pack.state()).approvals, await pack.deeds()]).toMatchObject([
        ...[at, ['a']],
        { 'pack-approved': 1 },
      ]);
    }
  });

  test('a withdrawal is in the audit once', async () => {
    for (const at of await everyCall((pack, of) => pack.withdraw('a', of), ['a'])) {
      const pack = await aPack(['a']);
      await pack.withdraw('a', crashingBefore(scene.table, at).table);
      expect((await pack.withdraw('a')).status).toBe(200);
      expect([at, await pack.deeds()]).toMatchObject([at, { 'approval-withdrawn': 1 }]);
    }
  });

  test.each<[string, Act, Act, readonly string[]]>([
    ['an approval, and another’s with the release follows', approvalOf('a'), thenReleased, ['c']],
    ['an approval, and it is taken back', approvalOf('a'), (pack) => pack.withdraw('a'), []],
    ['a withdrawal, and the same person approves anew', withdrawalOf('a'), approvalOf('a'), ['a']],
    ['a withdrawal, and somebody else approves', withdrawalOf('a'), approvalOf('b'), ['a']],
  ])('%s: the audit has each deed that was done, once', async (_, act, follows, approvedBy) => {
    for (const at of await everyCall(act, approvedBy)) {
      const pack = await aPack(approvedBy);
      await act(pack, crashingBefore(scene.table, at).table);
      const { approvals, withdrawn } = await pack.done();
      await follows(pack);
      const deeds = await pack.deeds();
      const after = await pack.done();
      for (const id of [...approvals, ...withdrawn, ...after.approvals, ...after.withdrawn])
        expect([at, id, await pack.timesAudited(id)]).toEqual([at, id, 1]);
      expect(deeds['pack-released']).toBe(after.released ? 1 : 0);
    }
  });

  test('a release is told of and in the audit by the sweep alone', async () => {
    for (const at of await everyCall(release, ['a', 'b'])) {
      const pack = await aPack(['a', 'b']);
      scene.begin();
      await pack.release('a', crashingBefore(scene.table, at).table);
      scene.pass(10 * 60_000);
      await scene.sweep();
      const { released } = await pack.state();
      const told = scene.sent.length > 0;
      expect([at, told, (await pack.deeds())['pack-released']]).toEqual([
        ...[at, released !== undefined],
        released === undefined ? 0 : 1,
      ]);
      expect(scene.sent.length).toBeLessThanOrEqual(2);
      expect(await scene.sweep()).toEqual({ releases: 0, failed: 0 });
    }
  });

  test('a sweep that is cut off is gone on with by the next', async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
      const pack = await aPack(['a', 'b']);
      scene.begin();
      scene.refusing.add('head@example.org');
      await pack.release('a');
      scene.refusing.clear();
      scene.pass(10 * 60_000);
      await scene.sweep(crashingBefore(scene.table, at).table).catch(() => undefined);
      scene.pass(10 * 60_000);
      await scene.sweep();
      expect(scene.sent.length).toBeGreaterThan(0);
      expect(await scene.sweep()).toEqual({ releases: 0, failed: 0 });
    }
  });
});
