import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasureGuard } from '../../../shared/privacy/erasure-guard.ts';
import type { Table } from '../../../shared/store/dynamo.ts';
import { readChanges, readRecord } from '../../../shared/store/read-records.ts';
import { readVersions } from '../../../shared/store/read-versions.ts';
import { submitRecords } from '../../../shared/submission/submit-records.ts';
import { withdraw } from '../../../shared/submission/withdraw.ts';
import { crashingBefore } from '../../support/interrupt.ts';
import { aSentPlacement } from '../../support/sent.ts';
import { aTable } from '../../support/table.ts';
import { testTagOf } from '../../support/tags.ts';

/**
 * One record sent, amended or withdrawn, cut off before each of its calls to the table, and sent again. Batches that are
 * sent as a whole are cut off in `batches-cut-short.test.ts`, claims and erasures in `races.test.ts`.
 */

let table: Table;
let close: () => Promise<void>;
beforeAll(async () => ({ table, close } = await aTable()));
afterAll(() => close());

let clock = Date.parse('2026-02-01T09:00:00Z');
const now = () => new Date((clock += 1));
let providers = 0;

type Act = (of: Table, provider: string) => Promise<unknown>;

const parts = (of: Table, provider: string) => ({
  ...{ table: of, isCommissioner: () => Promise.resolve(true), mode: 'commit' as const },
  ...{ erasures: erasureGuard(of, testTagOf, provider), change: { provider, client: 'c', now } },
});
const sending =
  (more: object = {}): Act =>
  (of, provider) =>
    submitRecords(parts(of, provider), [
      { type: 'placement', id: 'P-1', value: aSentPlacement('SU-1', more) },
    ]);
const submission = sending();
const amendment = sending({ sex: 'male' });
const withdrawal: Act = (of, provider) =>
  withdraw(parts(of, provider), { type: 'placement', id: 'P-1', reason: 'entered-in-error' });

/** What is there of the record: each of its versions, in a word. */
async function versionsOf(provider: string): Promise<string[]> {
  const versions = await readVersions(table, provider, 'placement', 'P-1');
  return versions.map(({ version, withdrawn, data }) =>
    [version, withdrawn === undefined ? data['sex'] : 'withdrawn'].join(' '),
  );
}

/** Does an act once, and again for each of its calls, cut off there: what is there then, and once it is done again. */
async function cutOffEverywhere(before: readonly Act[], act: Act) {
  const begin = async () => {
    const provider = `p${(providers += 1)}`;
    for (const earlier of before) await earlier(table, provider);
    return provider;
  };
  const whole = crashingBefore(table, Infinity);
  await act(whole.table, await begin());
  const seen: { left: string[]; done: string[] }[] = [];
  for (let at = 1; at <= whole.calls(); at += 1) {
    const provider = await begin();
    await expect(act(crashingBefore(table, at).table, provider)).rejects.toThrow('crashed');
    const left = await versionsOf(provider);
    await act(table, provider);
    const { records } = await readChanges(table, provider, 'placement', {});
    expect(records).toHaveLength(1);
    expect((await readRecord(table, provider, 'placement', 'P-1'))?.version).toBe(before.length + 1);
    seen.push({ left, done: await versionsOf(provider) });
  }
  return seen;
}

test.each([
  ['a submission', [], submission, [], ['1 female']],
  ['an amendment', [submission], amendment, ['1 female'], ['1 female', '2 male']],
  ['a withdrawal', [submission], withdrawal, ['1 female'], ['1 female', '2 withdrawn']],
] as const)(
  '%s is there whole or not at all, and sent again once',
  async (name, before, act, first, last) => {
    const seen = await cutOffEverywhere(before, act);
    expect(seen.length).toBeGreaterThan(2);
    for (const { left, done } of seen) {
      expect([first, last]).toContainEqual(left);
      expect(done).toEqual(last);
    }
    console.log(
      `A crash before each of the ${seen.length} calls of ${name}: whole or not at all; sent again, once, ${seen.length} of ${seen.length} times.`,
    );
  },
);
