import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { auditEntries } from '../support/audit-entries.ts';
import { aCohort } from '../support/sent.ts';
import { aSystem } from '../support/system.ts';

/** Retention as it happens: by the schedule of the stacks, on the clock of the system. */

test('the night comes when people who left eight years ago are removed, and it is reported', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'janus-retention-'));
  const young = await aSystem('2026-11-04T12:00:00Z', folder);
  await young.provider('POST', '/v1/batches', { records: aCohort() });
  await young.runMonth({ month: '2026-10' });
  const document = await young.file('northshire', '2026-10', 'outcomes.json');
  const { asAt } = JSON.parse(document.toString()) as OutcomeDocument;
  await young.close();

  // The last twelve ended on 30 March 2026; two never ended. It starts while there is time to the half hour yet.
  const old = await aSystem('2034-03-31T02:29:50Z', folder);
  await expect
    .poll(() => auditEntries(old.operator, '?month=2034-03'), {
      timeout: 40_000,
      interval: 250,
    })
    .toMatchObject([
      {
        action: 'retention-enforced',
        provider: 'janus-enterprise',
        people: 18,
        records: { placement: 18, session: 18 },
      },
    ]);
  expect((await old.provider('GET', '/v1/placements/P-SU-1')).status).toBe(404);
  expect((await old.provider('GET', '/v1/placements/P-SU-20')).status).toBe(200);
  expect(await auditEntries(old.provider, '?month=2034-03')).toHaveLength(1);

  const replay = await old.runMonth({ month: '2026-10', asAt });
  const [replayed] = replay['commissioners'] as { notReproduced: string[] }[];
  expect(replayed?.notReproduced).toContain('abstinence-retention');
  // A new revision of what is left would say something else than was.
  expect(await old.runMonth({ month: '2026-10' })).toMatchObject({
    state: 'failed',
    commissioners: [{ status: 'failed', error: 'records-removed' }],
  });
  await old.close();
  await rm(folder, { recursive: true });
}, 90_000);
