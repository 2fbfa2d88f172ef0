import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimRevision, issuePack } from '../../shared/store/packs.ts';
import { readProgress } from '../../shared/store/uploads.ts';
import { addedPacks } from '../../shared/uploads/added-packs.ts';
import { crashingBefore } from '../support/interrupt.ts';
import { aSentPlacement, aSentSession } from '../support/sent.ts';
import { anUploading, type TestUploading } from '../support/uploading.ts';

let t: TestUploading;
beforeAll(async () => {
  t = await anUploading();
  const at = '2026-02-05T06:00:00.000Z';
  const claim = { commissioner: 'northshire', month: '2026-01', run: 'r', asAt: at, claimedAt: at };
  const pack = await claimRevision(t.table, { ...claim, fingerprint: 'f', records: 0 });
  await issuePack(t.table, pack, { issuedAt: at, manifestSha256: 'm' });
});
afterAll(() => t.stop());

const ndjson = [
  { type: 'placement', id: 'P-1', ...aSentPlacement('SU-1') },
  ...Array.from({ length: 7 }, (_, i) => ({
    type: 'session',
    id: `S-${i}`,
    ...aSentSession('SU-1', { startsAt: `2026-01-${10 + i}T10:00:00Z` }),
  })),
]
  .map((line) => JSON.stringify(line))
  .join('\n');

test('late rows that were stored before a crash are named with the packs that they touch, as without it', async () => {
  const uploads = [];
  for (const crashAt of [Infinity, 20, 26]) {
    const upload = await t.send({ format: 'ndjson' }, ndjson);
    await t.process(t.messages.shift()!);
    // The placement, then the first four sessions, of which some are stored when it is cut off.
    for (const at of [Infinity, crashAt])
      if (!(await t.process(t.messages[0]!, { table: crashingBefore(t.table, at).table }))) break;
      else t.messages.shift();
    await t.workThrough();
    const affects = (await readProgress(t.table, upload.id)).reduce(
      (all, each) => addedPacks(all, each.affects),
      addedPacks([], []),
    );
    uploads.push({ sum: (await t.stateOf(upload)).sum, affects });
  }
  const [whole, ...cutOff] = uploads;
  expect(whole?.sum).toMatchObject({ created: 8, rejected: 0 });
  expect(whole?.affects).toMatchObject([
    { commissioner: 'northshire', month: '2026-01', revision: 1, records: 8 },
  ]);
  for (const each of cutOff) expect(each).toEqual(whole);
});
