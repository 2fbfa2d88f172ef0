import type { Call, System } from '../../system.ts';
import type { Recording } from '../recorded-system.ts';

const PACK = '/v1/packs/northshire/2026-10';

/** A month run, its pack looked at, approved and released; a replay of it; and those who may not see it. */
export async function playPacks(system: System, recording: Recording): Promise<void> {
  const { operator, personOf, runMonth, invoke } = system;
  await fetch(`${system.baseUrl}/signing-key.pem`);
  const run = await runMonth({ month: '2026-10', commissioner: 'northshire' });
  await operator('GET', '/v1/runs');
  await operator('GET', `/v1/runs/${String(run['id'])}`);
  const first = await personOf('commissioner/northshire/approver', 1);
  const second = await personOf('commissioner/northshire/approver', 2);
  const stranger = await system.clientOf('stranger', {
    provider: 'janus-enterprise',
    scopes: ['packs/read', 'packs/release'],
  });
  await stranger('GET', PACK);
  await stranger('GET', `${PACK}/openings`);
  await first('GET', `${PACK}/gate`);
  const { revision, manifestSha256 } = ((await first('GET', PACK)).body['revisions'] as Revision[]).at(-1)!;
  const asked = { revision, manifestSha256 };
  for (const call of [first, second]) await approve(call, asked);
  recording.failing({ folder: 'approve-pack', command: 'SendEmailCommand' });
  await first('POST', `${PACK}/release`, asked);
  recording.ahead('tell-releases', 10);
  await invoke('tell-releases', {});
  for (const file of ['pack.pdf', 'outcomes.json']) await first('GET', `${PACK}/files/${file}`);
  await operator('GET', `${PACK}/files/disclosure.json`);
  await first('GET', `${PACK}/openings`);
  await runMonth({ month: '2026-10', asAt: system.now().toISOString() });
  await invoke('watch-progress', {});
}

/** The month again after late records: another revision, which says what moved. */
export async function playNextRevision({ runMonth }: System): Promise<void> {
  await runMonth({ month: '2026-10' });
}

type Revision = { readonly revision: number; readonly manifestSha256: string };

const approve = (call: Call, asked: Revision) =>
  call('POST', `${PACK}/approvals`, { ...asked, commentary: 'Small numbers; read with care.' });
