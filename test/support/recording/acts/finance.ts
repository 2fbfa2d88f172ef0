import { aBlock } from '../../finance.ts';
import type { System } from '../../system.ts';
import type { Recording } from '../recorded-system.ts';

/** A block, its claims and statements, as both sides of it see them. */
export async function playFinance(system: System, recording: Recording): Promise<void> {
  const buyer = await system.financeOf('commissioner');
  const seller = await system.financeOf('provider');
  const { data: block } = aBlock({
    provider: 'janus-enterprise',
    ...{ boughtOn: '2026-07-01', validFrom: '2026-07-06', validTo: '2026-11-29' },
  });
  await buyer('PUT', '/v1/blocks/B-1', block);
  await buyer('PUT', '/v1/blocks/B-2', block);
  await buyer('DELETE', '/v1/blocks/B-2');
  await buyer('GET', '/v1/blocks');
  await buyer('GET', '/v1/blocks/B-1');
  const claim = {
    ...{ provider: 'janus-enterprise', commissioner: 'northshire', month: '2026-10', block: 'spot' },
    lines: [{ placement: 'P-4', weeks: 4, ratePence: 27_900 }],
    totalPence: 111_600,
  };
  await seller('PUT', '/v1/claims/C-1', claim);
  for (const side of [seller, buyer]) await side('GET', '/v1/claims?month=2026-10');
  recording.before({ folder: 'manage-finance', command: 'PutItemCommand' }, () =>
    system.provider('DELETE', '/v1/people/SU-p3'),
  );
  await seller('PUT', '/v1/claims/C-2', { ...claim, lines: [{ ...claim.lines[0], placement: 'P-3' }] });
  await system.runMonth({ kind: 'statements' });
  await system.runMonth({ kind: 'statements' });
  await buyer('GET', '/v1/statements');
  await seller('GET', '/v1/blocks/B-1/statement?month=2026-10');
  await seller('GET', '/v1/statements/northshire/janus-enterprise/2026-10');
  await buyer('GET', '/v1/statements/northshire/janus-enterprise/2026-10?format=pdf');
}
