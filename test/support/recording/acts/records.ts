import { aCohort, aSentPlacement, aSentReflection, aSentSession } from '../../sent.ts';
import type { System } from '../../system.ts';
import type { Recording } from '../recorded-system.ts';

const SUMMER = { referredOn: '2026-07-01', startsOn: '2026-07-06', plannedEndOn: '2027-03-28' };

/** Records sent one by one and many at a time, amended, moved, withdrawn, read back; and what is registered. */
export async function playRecords({ operator, provider, clientOf }: System): Promise<void> {
  await operator('GET', '/v1/commissioners');
  await operator('PUT', '/v1/commissioners/northshire', {
    name: 'Northshire Council',
    notify: ['head@northshire.example', 'team@northshire.example'],
  });
  await operator('PUT', '/v1/referrers/team-1', { name: 'Team 1' });
  await clientOf('spare', { provider: 'janus-enterprise', scopes: ['records/read'] });
  await operator('PUT', '/v1/clients/spare', { provider: 'janus-enterprise', scopes: ['records/write'] });
  await operator('POST', '/v1/clients/spare/secrets');
  await operator('GET', '/v1/clients');
  await operator('DELETE', '/v1/clients/spare');

  await provider('POST', '/v1/batches', { records: aCohort() }, { 'idempotency-key': 'cohort' });
  const whole = [
    { type: 'placement', id: 'P-W', ...aSentPlacement('SU-W', SUMMER) },
    { type: 'session', id: 'S-W', ...aSentSession('SU-W', { startsAt: '2026-10-06T09:00:00Z' }) },
  ];
  await provider('POST', '/v1/batches', { atomic: 'all', records: whole });
  const referred = { referrer: 'team-1', reportAgreement: 'agreed', ...SUMMER };
  const ended = { ...referred, endedOn: '2026-10-30', endReason: 'left' };
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    await provider('PUT', `/v1/placements/P-${n}`, aSentPlacement(`SU-p${n}`, n < 4 ? ended : SUMMER));
  await provider('PUT', '/v1/placements/P-4', aSentPlacement('SU-p4', { ...SUMMER, sex: 'other' }));
  await provider('PUT', '/v1/sessions/S-1', aSentSession('SU-p4', { startsAt: '2026-07-07T09:00:00Z' }));
  await provider('DELETE', '/v1/sessions/S-1?reason=duplicate');
  await provider('PUT', '/v1/sessions/S-1', aSentSession('SU-p5', { startsAt: '2026-07-07T09:00:00Z' }));
  await provider('GET', '/v1/placements/P-4');
  await provider('GET', '/v1/placements/P-4/history');
  await provider('GET', '/v1/sessions');
  await provider('PUT', '/v1/receipts/2026-10', { type: 'lapse', nothingToSend: true });
  await provider('GET', '/v1/receipts?month=2026-10');
  await provider('PUT', '/v1/receipts/2026-10', { type: 'lapse', nothingToSend: false });
  await provider('GET', '/v1/data-quality?month=2026-10');
}

/** Records of a month that was issued, on people and on a worker, who is of every commissioner served. */
export async function playLateRecords({ provider }: System): Promise<void> {
  const session = aSentSession('SU-20', { startsAt: '2026-10-07T09:00:00Z' });
  await provider('PUT', '/v1/sessions/S-late-1', session);
  await provider('PUT', '/v1/reflections/R-1', aSentReflection);
  const records = [
    { type: 'session', id: 'S-late-2', ...session },
    { type: 'reflection', id: 'R-2', ...aSentReflection },
  ];
  await provider('POST', '/v1/batches', { records });
}

/** A batch that is accepted whole and then cut off, one of its people erased meanwhile, and the sweep that finishes it. */
export async function playCutShort({ provider, invoke }: System, recording: Recording): Promise<void> {
  const isOf = (type: string) => (input: { Item?: { SK?: string } }) =>
    input.Item?.SK?.startsWith(type) === true;
  recording.failing({ folder: 'submit-batch', command: 'PutItemCommand', when: isOf('session#') });
  const records = [
    { type: 'session', id: 'S-cut', ...aSentSession('SU-1', { startsAt: '2026-10-07T09:00:00Z' }) },
    { type: 'session', id: 'S-cut-2', ...aSentSession('SU-p9', { startsAt: '2026-10-07T09:00:00Z' }) },
    { type: 'reflection', id: 'R-cut', ...aSentReflection },
  ];
  await provider('POST', '/v1/batches', { atomic: 'all', records });
  recording.ahead('finish-batches', 10);
  recording.before({ folder: 'finish-batches', command: 'PutItemCommand', when: isOf('session#') }, () =>
    provider('DELETE', '/v1/people/SU-p9'),
  );
  await invoke('finish-batches', {});
}
