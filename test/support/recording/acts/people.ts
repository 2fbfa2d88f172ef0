import type { System } from '../../system.ts';
import type { Recording } from '../recorded-system.ts';
import { aSentPlacement } from '../../sent.ts';

const provider = 'janus-enterprise';

/** Reports, subject access, erasures and what becomes of whoever is erased meanwhile. */
export async function playPeople(system: System, recording: Recording): Promise<void> {
  const { operator, clientOf, invoke } = system;
  const team = await clientOf('team-1', { referrer: 'team-1', scopes: ['reports/read'] });
  await team('GET', '/v1/referrer-reports/due');
  await invoke('tell-referrers', {});
  await team('GET', `/v1/people/SU-p1/report?provider=${provider}`);
  await system.provider('GET', '/v1/people/SU-p4/access');
  await system.provider('GET', '/v1/people/SU-p4/access?format=pdf');

  /** Somebody is erased while a function is about to write on them. */
  const erasedMeanwhile = (personRef: string, folder: string) =>
    recording.before({ folder, command: 'PutItemCommand' }, () =>
      system.provider('DELETE', `/v1/people/${personRef}`),
    );
  erasedMeanwhile('SU-p2', 'make-referrer-report');
  await team('GET', `/v1/people/SU-p2/report?provider=${provider}`);
  erasedMeanwhile('SU-p5', 'export-person');
  await system.provider('GET', '/v1/people/SU-p5/access');
  erasedMeanwhile('SU-p6', 'submit-record');
  await system.provider('PUT', '/v1/placements/P-6', aSentPlacement('SU-p6', { sex: 'other' }));
  erasedMeanwhile('SU-p7', 'submit-batch');
  const records = [{ type: 'placement', id: 'P-7', ...aSentPlacement('SU-p7', { sex: 'other' }) }];
  await system.provider('POST', '/v1/batches', { records });

  const erased = await system.provider('DELETE', '/v1/people/SU-p8');
  await operator('DELETE', `/v1/erasures/${String(erased.body['erasure'])}`);
  for (const call of [operator, system.provider]) await call('GET', '/v1/audit');

  recording.failing({ folder: 'erase-person', command: 'DeleteItemCommand' });
  await system.provider('DELETE', '/v1/people/SU-p4');
  recording.ahead('enforce-retention', 30);
  await invoke('enforce-retention', {});
}
